/** What a writer begins a selection with: the kind's own fields, which pass every check. */
export const example = {
  segments: [
    'Bonjour,',
    { part: 'votre compte sera fermé ce soir.', key: true },
    { part: 'Nous vous souhaitons une bonne journée.', feedback: 'Une formule de politesse.' },
    { part: 'Cliquez ici sans attendre.', key: true },
    { part: 'Le service des comptes', feedback: 'Une signature.' },
  ],
};
