/** What a writer begins a text with: the kind's own fields, which pass every check as they are. */
export const example = {
  answer: { as: 'text', accept: ['la réponse'] },
  distractors: [
    { text: 'une erreur', feedback: 'Pourquoi cela ne va pas.' },
    { text: 'une autre erreur', feedback: 'Pourquoi cela ne va pas.' },
  ],
};
