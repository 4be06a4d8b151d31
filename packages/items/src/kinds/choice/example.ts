/** What a writer begins a choice with: the kind's own fields, which pass every check as they are. */
export const example = {
  options: [
    { text: 'La bonne réponse', key: true },
    { text: 'Une erreur que l’on fait souvent', feedback: 'Pourquoi cela ne va pas.' },
    { text: 'Une autre erreur', feedback: 'Pourquoi cela ne va pas.' },
  ],
};
