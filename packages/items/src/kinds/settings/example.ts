/** What a writer begins a device's settings with: the kind's own fields, which pass every check. */
export const example = {
  world: {
    device: 'Tablette de la classe',
    sections: [
      {
        id: 's1',
        name: 'Réseau',
        settings: [
          { id: 'o1', label: 'Mode avion', type: 'toggle', now: true },
          { id: 'o2', label: 'Wi-Fi', type: 'toggle', now: true },
        ],
      },
      {
        id: 's2',
        name: 'Affichage',
        settings: [
          { id: 'o3', label: 'Luminosité', type: 'level', now: 50, min: 0, max: 100, step: 10 },
        ],
      },
    ],
    facts: [{ text: 'Un petit avion est affiché en haut.', when: { setting: 'o1', is: true } }],
    tests: [
      {
        id: 't1',
        label: 'Ouvrir une page',
        results: [
          { id: 'r1', when: { setting: 'o1', is: true }, text: 'La page ne s’ouvre pas.' },
          { id: 'r2', text: 'La page s’ouvre.' },
        ],
      },
    ],
  },
  steps: [
    {
      goal: 'Couper le mode avion',
      when: [{ is: 'set', setting: 'o1', value: false }],
      missed: 'Le mode avion coupe le réseau.',
    },
    {
      goal: 'Vérifier qu’une page s’ouvre',
      when: [{ is: 'tested', test: 't1', result: 'r2', last: true }],
      missed: 'Après un réglage, on vérifie que tout marche.',
    },
  ],
  solution: [
    { do: 'set', setting: 'o1', value: false },
    { do: 'test', test: 't1' },
  ],
  mistakes: [[{ do: 'set', setting: 'o2', value: false }], [{ do: 'test', test: 't1' }]],
};
