/** What a writer begins a mailbox with: the kind's own fields, which pass every check as they are. */
export const example = {
  world: {
    me: { name: 'Lina Érable', address: 'lina.erable@college.example' },
    contacts: [{ name: 'Mme Tilleul', address: 'tilleul@college.example' }],
    messages: [
      {
        id: 'm1',
        from: { name: 'Mme Tilleul', address: 'tilleul@college.example' },
        to: ['lina.erable@college.example'],
        subject: 'Sortie au musée',
        date: 'lundi 9 h 12',
        body: ['Bonjour Lina, viens-tu à la sortie ? Réponds-moi.'],
      },
      {
        id: 'm2',
        from: { name: 'Le collège', address: 'college@gagne-un-lot.example' },
        to: ['lina.erable@college.example'],
        subject: 'Ton compte va fermer',
        date: 'lundi 10 h 40',
        body: [
          'Donne ton mot de passe avant midi.',
          { link: { id: 'l1', text: 'Mon compte', address: 'gagne-un-lot.example/compte' } },
        ],
      },
    ],
  },
  steps: [
    {
      goal: 'Signaler le faux message',
      when: [{ is: 'reported', message: 'm2' }],
      unless: [{ is: 'followed', message: 'm2', link: 'l1' }],
      missed: 'Le message « Ton compte va fermer » venait d’une adresse inconnue.',
    },
    {
      goal: 'Répondre à Mme Tilleul',
      when: [{ is: 'sent', as: 'reply', message: 'm1', to: ['tilleul@college.example'] }],
      missed: 'Mme Tilleul attendait une réponse.',
    },
  ],
  solution: [
    { do: 'open', message: 'm2' },
    { do: 'examine', message: 'm2' },
    { do: 'report', message: 'm2' },
    { do: 'open', message: 'm1' },
    {
      do: 'send',
      as: 'reply',
      message: 'm1',
      to: ['tilleul@college.example'],
      cc: [],
      bcc: [],
      subject: 'Re : Sortie au musée',
      body: 'Oui, je viens.',
      files: [],
    },
  ],
  mistakes: [
    [
      { do: 'open', message: 'm2' },
      { do: 'follow', message: 'm2', link: 'l1' },
    ],
    [{ do: 'open', message: 'm1' }],
  ],
};
