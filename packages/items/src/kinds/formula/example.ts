/** What a writer begins a formula with: the kind's own fields, which pass every check as they are. */
export const example = {
  sheet: {
    caption: 'Les achats',
    rows: [
      ['Article', 'Prix', 'Nombre', 'Total'],
      ['Cahier', 2.5, 4, ''],
      ['Stylo', 1.2, 6, ''],
    ],
  },
  cell: 'D2',
  answer: { formula: '=B2*C2' },
  distractors: [
    { formula: '=B2+C2', feedback: 'Pourquoi cela ne va pas.' },
    { formula: '=B3*C3', feedback: 'Pourquoi cela ne va pas.' },
  ],
};
