/** What a writer begins an inline choice with: the kind's own fields, which pass every check. */
export const example = {
  text: 'Pour garder une copie, Lina ___ le fichier, puis le ___ dans un autre dossier.',
  gaps: [
    { right: 'copie', wrong: ['coupe', 'efface'] },
    { right: 'colle', wrong: ['renomme'] },
  ],
};
