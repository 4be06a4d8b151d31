import { estimateGroup, type GroupShare, sharesAtLeast, sharesOfGroup } from '@jalon/measurement';
import { roundCount } from '@jalon/disclosure';
import type { Part } from '../cohorts/places.ts';
import type { CohortSchool } from '../cohorts/school.ts';
import type { RowFigures } from './figures.ts';
import { type IsHidden, yearGroupsOf } from './hidden-cells.ts';
import { roundError, roundMean } from './round-figures.ts';
import { pupilsOf, sumOfTallies, type Tallies, type Tally } from './tallies.ts';

/** What a part is told by, and what of it may be told. */
export interface Telling {
  tallies: Tallies;
  levels: readonly string[];
  /** The cut points between levels, in logits. */
  cuts: readonly number[];
  minimumCell: number;
  /** Whether the count at a level stays hidden, or (`null`) the total. */
  isHidden: IsHidden;
  /** Whether it stays hidden how many were measured twice. */
  isTwiceHidden: IsHidden;
  /** How many pupils had a result when it was decided what to hide. */
  decidedAt: (part: Part, yearGroup: string | null, pupils: number) => number;
}

/** The figures of a part: of all its year groups together, then of each where it is told by them. */
export function figuresOfPart(part: Part, telling: Telling): RowFigures[] {
  return [null, ...yearGroupsOf(part)].map((year) => figuresOfRow(part, year, telling));
}

function figuresOfRow(part: Part, yearGroup: string | null, telling: Telling): RowFigures {
  const { tallies, levels, minimumCell, isHidden, decidedAt } = telling;
  const tally = sumOfTallies(tallies, part.schools, yearGroup, levels.length);
  const pupils = pupilsOf(tally);
  const isTold = !isHidden(part, yearGroup, null);
  const isTwiceTold = isTold && !telling.isTwiceHidden(part, yearGroup, null);
  const enrolled = enrolledIn(part.schools, yearGroup);
  return {
    yearGroup,
    decidedAt: decidedAt(part, yearGroup, pupils),
    // What schools publish of themselves; a handful of pupils is told of nobody all the same.
    enrolled: enrolled < minimumCell ? null : roundCount(enrolled),
    total: isTold ? roundCount(pupils) : null,
    levels: levels.map((level, i) =>
      isHidden(part, yearGroup, level) ? null : roundCount(tally.levels[i] ?? 0),
    ),
    standing: isTold ? standingOf(tally, telling) : null,
    growth: isTwiceTold ? growthOf(tally) : null,
  };
}

/** A mean is of the pupils that the total counts, where next to all of them could be placed. */
function standingOf(tally: Tally, { cuts }: Telling): RowFigures['standing'] {
  const estimate = estimateGroup(tally.standing);
  if (!estimate) return null;
  const pupils = pupilsOf(tally);
  return {
    value: roundMean(estimate.mean, pupils),
    standardError: roundError(estimate.standardError),
    measurementError: roundError(estimate.measurementError),
    sd: roundError(estimate.sd),
    shares: sharesOfGroup(estimate, cuts).map(rounded),
    atLeast: sharesAtLeast(estimate, cuts).map(rounded),
  };
}

const rounded = ({ share, standardError }: GroupShare): GroupShare => ({
  share: roundError(share),
  standardError: roundError(standardError),
});

function growthOf({ twice, change }: Tally): RowFigures['growth'] {
  const estimate = estimateGroup(change);
  if (!estimate) return null;
  return {
    pupils: roundCount(twice),
    value: roundMean(estimate.mean, twice),
    standardError: roundError(estimate.standardError),
  };
}

function enrolledIn(schools: readonly CohortSchool[], yearGroup: string | null): number {
  let sum = 0;
  for (const { yearGroups, pupils } of schools) {
    yearGroups.forEach((year, i) => {
      if (yearGroup === null || year === yearGroup) sum += pupils[i] ?? 0;
    });
  }
  return sum;
}
