import { MeasurementError } from '../core/errors.ts';

/** One person's answer to the item under check. */
export interface GroupedAnswer {
  readonly group: 'reference' | 'focal';
  /** 1 right, 0 wrong. */
  readonly score: number;
  /** What persons are matched on: see `matchingScores`. */
  readonly matching: number;
}

/** How many persons it takes before a difference between groups is put into a class. */
export interface DifMinimum {
  readonly smallerGroup: number;
  readonly total: number;
}

/**
 * What Educational Testing Service asks for at the assembly of a test (Zwick 2012, ETS Research
 * Report 12-08): 200 persons in the smaller group and 500 in all.
 */
export const DIF_MINIMUM: DifMinimum = { smallerGroup: 200, total: 500 };

/** How unlikely a difference must be by chance before it is put into a class above A. */
export const DIF_SIGNIFICANCE = 0.05;

/** The class of a difference: A negligible, B moderate, C large. */
export type DifClass = 'A' | 'B' | 'C';

export const DIF_CODES = { A: 'negligible', B: 'moderate', C: 'large' } as const;
export const DIF_SEVERITIES = { A: 'fine', B: 'look', C: 'act' } as const;

/** Whom an item favours among persons of the same matching score. */
export type Favoured = GroupedAnswer['group'] | 'neither';

export interface GroupSizes {
  readonly reference: number;
  readonly focal: number;
}

/**
 * The score that persons are matched on, one for each: the sum of all items ('total', as Holland &
 * Thayer 1988 advise: the item under check belongs to it), or of the others ('rest').
 */
export function matchingScores(
  scores: readonly (readonly number[])[],
  item: number,
  on: 'total' | 'rest',
): number[] {
  return scores.map((row) => {
    const own = row[item];
    if (own === undefined) {
      throw new MeasurementError('invalid-argument', `A person has no score on item ${item}.`);
    }
    const total = row.reduce((sum, score) => sum + score, 0);
    return on === 'total' ? total : total - own;
  });
}

/** A two by two table of persons who are matched. */
export interface Stratum {
  readonly matching: number;
  referenceRight: number;
  referenceWrong: number;
  focalRight: number;
  focalWrong: number;
}

/**
 * The answers counted in strata of equal matching score, from the lowest. Throws `invalid-argument`
 * for a score other than 0 and 1, or a matching score that is no number.
 */
export function stratified(answers: readonly GroupedAnswer[]): Stratum[] {
  const strata = new Map<number, Stratum>();
  for (const { group, score, matching } of answers) {
    if (!((score === 0 || score === 1) && Number.isFinite(matching))) {
      throw new MeasurementError(
        'invalid-argument',
        `Comparing groups needs scores 0 or 1 and finite matching scores; got ${score} and ${matching}.`,
      );
    }
    const stratum = strata.get(matching) ?? {
      matching,
      referenceRight: 0,
      referenceWrong: 0,
      focalRight: 0,
      focalWrong: 0,
    };
    stratum[`${group}${score === 1 ? 'Right' : 'Wrong'}`] += 1;
    strata.set(matching, stratum);
  }
  return [...strata.values()].toSorted((a, b) => a.matching - b.matching);
}

export function groupSizes(answers: readonly GroupedAnswer[]): GroupSizes {
  const reference = answers.filter(({ group }) => group === 'reference').length;
  return { reference, focal: answers.length - reference };
}

export function areEnough({ reference, focal }: GroupSizes, minimum: DifMinimum): boolean {
  return Math.min(reference, focal) >= minimum.smallerGroup && reference + focal >= minimum.total;
}
