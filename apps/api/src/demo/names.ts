/** First names of many origins; last names that are plants, so that nobody real is meant. */
export const firstNames = [
  'Adam', 'Aïcha', 'Alix', 'Ana', 'Awa', 'Axel', 'Bilal', 'Camille', 'Chloé', 'Dina', 'Elias',
  'Emma', 'Enzo', 'Eva', 'Fatou', 'Gabin', 'Hana', 'Hugo', 'Ilyès', 'Inès', 'Jade', 'Jonas',
  'Kenza', 'Léo', 'Lina', 'Louise', 'Lucas', 'Maël', 'Maïa', 'Malo', 'Manon', 'Mehdi', 'Milo',
  'Nael', 'Nina', 'Noah', 'Nour', 'Oscar', 'Paul', 'Rania', 'Rose', 'Sacha', 'Salomé', 'Sami',
  'Sofia', 'Théo', 'Tiago', 'Tom', 'Yanis', 'Zoé',
] as const;

export const lastNames = [
  'Ajonc', 'Alisier', 'Aubépine', 'Bleuet', 'Bourrache', 'Bruyère', 'Camomille', 'Charme',
  'Chèvrefeuille', 'Ciboulette', 'Coquelicot', 'Cornouiller', 'Érable', 'Fougère', 'Frêne',
  'Fusain', 'Genêt', 'Genévrier', 'Girofle', 'Glycine', 'Houblon', 'Jonquille', 'Lavande',
  'Lierre', 'Marjolaine', 'Mélèze', 'Mélisse', 'Merisier', 'Myrtille', 'Noisetier', 'Orme',
  'Osier', 'Pervenche', 'Primevère', 'Romarin', 'Roseau', 'Sarriette', 'Saule', 'Sureau',
  'Thym', 'Tilleul', 'Tournesol', 'Trèfle', 'Verveine', 'Violette', 'Yeuse',
] as const;
