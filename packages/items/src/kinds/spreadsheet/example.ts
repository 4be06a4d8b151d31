/** What a writer begins a spreadsheet with: the kind's own fields, which pass every check. */
export const example = {
  world: {
    title: 'Goûter de la classe',
    rows: [
      ['Article', 'Prix', 'Nombre', 'Total'],
      ['Jus', 1.5, 4, ''],
      ['Gâteau', 3.2, 2, ''],
      ['Pommes', 0.4, 10, ''],
    ],
    data: { from: 2, to: 4 },
  },
  steps: [
    {
      goal: 'Calculer le total de chaque ligne avec une formule',
      when: [{ is: 'formula', cell: 'D2', like: '=B2*C2', through: 'D4' }],
      missed: 'Un total est le prix multiplié par le nombre, dans chaque ligne.',
    },
    {
      goal: 'Trier les lignes du plus cher au moins cher',
      when: [
        { is: 'sorted', column: 'B', order: 'down' },
        { is: 'whole', columns: ['A', 'B', 'C'] },
      ],
      missed: 'Il fallait trier la colonne Prix du plus grand au plus petit.',
    },
  ],
  solution: [
    { do: 'type', cell: 'D2', text: '=B2*C2' },
    { do: 'fill', from: 'D2', to: 'D4' },
    { do: 'sort', column: 'B', order: 'down' },
  ],
  mistakes: [[{ do: 'type', cell: 'D2', text: '6' }], [{ do: 'sort', column: 'B', order: 'up' }]],
};
