/** What a writer begins a browser with: the kind's own fields, which pass every check as they are. */
export const example = {
  world: {
    sources: true,
    questions: [{ id: 'q1', text: 'À quelle heure ouvre la piscine ?' }],
    pages: [
      {
        id: 'w1',
        address: 'ville.example/piscine',
        title: 'La piscine de la ville',
        author: 'La ville',
        date: '2026-09-01',
        owner: 'Ville de Saules',
        blocks: [{ text: 'La piscine ouvre à 10 h.' }],
      },
      {
        id: 'w2',
        address: 'piscines-pas-cher.example',
        title: 'Piscine : achetez la vôtre',
        advert: true,
        blocks: [{ text: 'Toutes les piscines à monter soi-même.' }],
      },
    ],
  },
  steps: [
    {
      goal: 'Trouver l’heure',
      when: [{ is: 'noted', question: 'q1', accept: ['10 h', '10h', '10 heures'] }],
      missed: 'La page de la ville donne l’heure : 10 h.',
    },
    {
      goal: 'Garder la bonne source',
      when: [{ is: 'sources', pages: ['w1'] }],
      missed: 'La page de la ville est la source sûre ; l’autre vend des piscines.',
    },
  ],
  solution: [
    { do: 'search', query: 'piscine horaires', since: null },
    { do: 'visit', page: 'w1' },
    { do: 'note', question: 'q1', text: '10 h' },
    { do: 'keep', page: 'w1', kept: true },
  ],
  mistakes: [
    [{ do: 'search', query: 'piscine', since: null }],
    [
      { do: 'search', query: 'piscine', since: null },
      { do: 'visit', page: 'w2' },
      { do: 'keep', page: 'w2', kept: true },
    ],
  ],
};
