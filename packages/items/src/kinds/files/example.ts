/** What a writer begins a file explorer with: the kind's own fields, which pass every check. */
export const example = {
  world: {
    drives: [
      { id: 'd1', name: 'Mes documents', type: 'computer' },
      { id: 'd2', name: 'Clé USB', type: 'stick', size: 8000 },
    ],
    folders: [{ id: 'f1', name: 'Exposés', in: 'd1' }],
    files: [
      { id: 'a1', name: 'volcans.odt', in: 'd1', size: 60, date: '3 mars' },
      { id: 'a2', name: 'chat.jpg', in: 'd1', size: 2400, date: '5 mars' },
    ],
  },
  steps: [
    {
      goal: 'Ranger volcans.odt dans Exposés',
      when: [{ is: 'in', what: ['a1'], folder: 'f1' }],
      missed: 'volcans.odt devait être déplacé dans le dossier Exposés.',
    },
    {
      goal: 'Copier volcans.odt sur la clé USB',
      when: [{ is: 'copied', what: ['a1'], folder: 'd2' }],
      missed: 'Une copie sur la clé USB protège d’une panne de l’ordinateur.',
    },
  ],
  solution: [
    { do: 'move', what: ['a1'], to: 'f1' },
    { do: 'copy', what: ['a1'], to: 'd2' },
  ],
  mistakes: [[{ do: 'move', what: ['a1'], to: 'd2' }], [{ do: 'delete', what: ['a1'] }]],
};
