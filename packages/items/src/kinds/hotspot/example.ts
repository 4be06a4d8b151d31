/** What a writer begins a hotspot with: the kind's own fields, which pass every check as they are. */
export const example = {
  picture: {
    alt: 'Une fenêtre avec une barre d’adresse et deux boutons.',
    height: 160,
    shapes: [
      { rect: { x: 4, y: 4, width: 312, height: 152, fill: 'paper', edge: 'ink', round: 8 } },
      { rect: { x: 12, y: 12, width: 296, height: 36, fill: 'frame', round: 8 } },
      { text: { x: 24, y: 35, text: 'club.example' } },
      { rect: { x: 24, y: 100, width: 120, height: 40, fill: 'ink', round: 8 } },
      { text: { x: 84, y: 125, text: 'Envoyer', anchor: 'middle', strong: true } },
      { rect: { x: 176, y: 100, width: 120, height: 40, fill: 'frame', round: 8 } },
      { text: { x: 236, y: 125, text: 'Effacer', anchor: 'middle' } },
    ],
  },
  zones: [
    { label: 'La barre d’adresse', x: 12, y: 12, width: 296, height: 36, key: true },
    {
      label: 'Le bouton « Envoyer »',
      ...{ x: 24, y: 100, width: 120, height: 40 },
      feedback: 'Pourquoi cela ne va pas.',
    },
    {
      label: 'Le bouton « Effacer »',
      ...{ x: 176, y: 100, width: 120, height: 40 },
      feedback: 'Pourquoi cela ne va pas.',
    },
  ],
};
