/**
 * What a problem does.
 * - `file`: nothing of the file can be taken
 * - `row`: one row is set aside, the others can be taken
 * - `notice`: everything can be taken; a person should know of it
 */
export type Gravity = 'file' | 'row' | 'notice';

/** Every problem of a roster file. The code is stable. */
export const problemGravity = {
  'empty-file': 'file',
  'too-large': 'file',
  'too-many-pupils': 'file',
  'unknown-encoding': 'file',
  'broken-file': 'file',
  'broken-zip': 'file',
  'zip-bomb': 'file',
  'nothing-inside': 'file',
  'forbidden-doctype': 'file',
  'another-format': 'file',
  'wrong-heading': 'file',
  'missing-column': 'file',
  'missing-file': 'file',
  'no-uai': 'file',
  'wrong-school': 'file',
  'no-pupils': 'file',
  'missing-first-name': 'row',
  'missing-last-name': 'row',
  'missing-birth-date': 'row',
  'missing-id': 'row',
  'missing-class': 'row',
  'no-identity': 'row',
  'wrong-date': 'row',
  'wrong-name': 'row',
  'wrong-class': 'row',
  'formula-cell': 'row',
  'unreadable-letters': 'row',
  'duplicate-ine': 'row',
  'duplicate-id': 'row',
  'duplicate-person': 'row',
  'past-year': 'notice',
  'wrong-ine': 'notice',
  'no-class': 'notice',
  'has-left': 'notice',
  'unknown-year-group': 'notice',
  'school-unchecked': 'notice',
  'unknown-enrolment': 'notice',
  'many-more': 'notice',
} as const satisfies Record<string, Gravity>;

export type ProblemCode = keyof typeof problemGravity;
