/** What a writer begins a number with: the kind's own fields, which pass every check as they are. */
export const example = {
  answer: { value: 12, tolerance: 0 },
  distractors: [
    { value: 21, feedback: 'Pourquoi cela ne va pas.' },
    { value: 10, feedback: 'Pourquoi cela ne va pas.' },
  ],
};
