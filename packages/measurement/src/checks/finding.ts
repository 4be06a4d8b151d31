/**
 * How much a finding matters: `fine` asks for nothing, `look` for a human look when there is time,
 * `act` for a decision before the item or result is used again; `unknown` where there is too little
 * data to say, which is not the same as fine.
 */
export type Severity = 'fine' | 'look' | 'act' | 'unknown';

/** What a check found: a code that programs read, and the figures behind it. */
export interface Finding<Check extends string, Code extends string, Figures> {
  readonly check: Check;
  readonly code: Code;
  readonly severity: Severity;
  readonly figures: Figures;
}

/** The code of every check that had too little to go by. */
export const NOT_ENOUGH_DATA = 'not-enough-data';
