/** What a writer begins a choices with: the kind's own fields, which pass every check as they are. */
export const example = {
  options: [
    { text: 'Une bonne réponse', key: true },
    { text: 'Une autre bonne réponse', key: true },
    { text: 'Une erreur', feedback: 'Pourquoi cela ne va pas.' },
    { text: 'Une autre erreur', feedback: 'Pourquoi cela ne va pas.' },
  ],
};
