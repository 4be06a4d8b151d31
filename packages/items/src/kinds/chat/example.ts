/** What a writer begins conversations with: the kind's own fields, which pass every check as they are. */
export const example = {
  world: {
    people: [
      { id: 'p1', name: 'Tom', role: 'un camarade' },
      { id: 'p2', name: 'Zoé', role: 'une camarade' },
      { id: 'p3', name: 'Mme Tilleul', role: 'la CPE' },
    ],
    rooms: [
      {
        id: 'g1',
        name: 'La classe',
        members: ['p1', 'p2'],
        messages: [{ id: 'm1', from: 'p1', text: 'Zoé est nulle, dites-le-lui !' }],
        choices: [
          {
            id: 'c1',
            text: 'Arrête, ce n’est pas drôle.',
            answers: [{ from: 'p1', text: 'Bon…' }],
          },
          { id: 'c2', text: 'Ha ha !' },
        ],
      },
    ],
    helpers: ['p3'],
  },
  steps: [
    {
      goal: 'Défendre Zoé',
      when: [{ is: 'said', room: 'g1', choice: 'c1' }],
      unless: [{ is: 'said', room: 'g1', choice: 'c2' }],
      missed: 'Un mot calme peut arrêter une moquerie ; rire l’encourage.',
    },
    {
      goal: 'Prévenir un adulte avec une preuve',
      when: [{ is: 'told', anyOf: ['p3'], withProof: true }],
      missed: 'Une capture garde la preuve ; un adulte peut agir.',
    },
  ],
  solution: [
    { do: 'say', room: 'g1', choice: 'c1' },
    { do: 'capture', message: 'm1' },
    { do: 'tell', person: 'p3' },
  ],
  mistakes: [[{ do: 'say', room: 'g1', choice: 'c2' }], [{ do: 'tell', person: 'p3' }]],
};
