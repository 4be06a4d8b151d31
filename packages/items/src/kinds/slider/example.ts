/** What a writer begins a slider with: the kind's own fields, which pass every check as they are. */
export const example = {
  range: { min: 0, max: 100, step: 5, unit: '%', low: 'rien', high: 'tout' },
  answer: { value: 40, tolerance: 5, near: 15 },
  below: 'Pourquoi c’est trop peu.',
  above: 'Pourquoi c’est trop.',
};
