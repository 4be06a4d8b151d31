import fc from 'fast-check';

const text = fc.string({ unit: 'grapheme', maxLength: 6 }).map((one) => one.replaceAll('\0', ''));

const whats = [
  ...(['school', 'class', 'class', 'teacher', 'teacher', 'swapEmails', 'dismiss'] as const),
  ...(['teach', 'teach', 'teachNoMore', 'pupil', 'pupil', 'pupil', 'rename', 'newCard'] as const),
  ...(['erase', 'begin', 'begin', 'answer', 'answer', 'answer', 'answer', 'answer'] as const),
  ...(['look', 'signIn', 'signOut', 'job', 'join', 'leave', 'know', 'position'] as const),
  ...(['need', 'give', 'keepPasskey', 'roster', 'askFor'] as const),
];

/** Random happenings, in turns between which copies are made. */
export const turns = fc.record({
  words: fc.array(text, { minLength: 1, maxLength: 8 }),
  turns: fc.array(
    fc.record({
      happenings: fc.array(
        fc.record({
          what: fc.constantFrom(...whats),
          a: fc.nat({ max: 1000 }),
          b: fc.nat({ max: 1000 }),
        }),
        { maxLength: 40 },
      ),
      /** How many batches are kept before the copy is cut short; `null` where it is not. */
      cutAfter: fc.option(fc.nat({ max: 30 })),
      /** Whether things happen while it is made. */
      meanwhile: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
