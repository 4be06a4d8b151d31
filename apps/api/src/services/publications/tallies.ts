import { addSums, type GroupSums, noSums } from '@jalon/measurement';
import type { CohortSchool } from '../cohorts/school.ts';

/** What is counted of the pupils of a school's year group, in one competence. */
export interface Tally {
  /** Pupils with a result, at each level from 1 up. */
  levels: number[];
  /** Of these, those who were measured before as well, long enough ago. */
  twice: number;
  /** Where they stand. */
  standing: GroupSums;
  /** How those who were measured twice changed. */
  change: GroupSums;
}

/** The tallies of one competence, by school and year group. */
export type Tallies = Map<string, Map<string, Tally>>;

export const emptyTally = (levels: number): Tally => ({
  levels: Array.from({ length: levels }, () => 0),
  twice: 0,
  standing: noSums(),
  change: noSums(),
});

/** The tally of a school's year group, which is made where there is none yet. */
export function tallyOf(tallies: Tallies, uai: string, yearGroup: string, levels: number): Tally {
  let ofSchool = tallies.get(uai);
  if (!ofSchool) tallies.set(uai, (ofSchool = new Map()));
  let tally = ofSchool.get(yearGroup);
  if (!tally) ofSchool.set(yearGroup, (tally = emptyTally(levels)));
  return tally;
}

/** Everything counted in some schools, in one year group or (`null`) in all. */
export function sumOfTallies(
  tallies: Tallies,
  schools: readonly CohortSchool[],
  yearGroup: string | null,
  levels: number,
): Tally {
  const sum = emptyTally(levels);
  for (const { uai } of schools) {
    for (const [year, tally] of tallies.get(uai) ?? []) {
      if (yearGroup !== null && year !== yearGroup) continue;
      sum.levels = sum.levels.map((pupils, i) => pupils + (tally.levels[i] ?? 0));
      sum.twice += tally.twice;
      addSums(sum.standing, tally.standing);
      addSums(sum.change, tally.change);
    }
  }
  return sum;
}

/** Pupils with a result. */
export const pupilsOf = ({ levels }: Tally): number => levels.reduce((a, b) => a + b, 0);
