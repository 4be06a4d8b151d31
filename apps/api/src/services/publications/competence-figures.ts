import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import { type Part, placesOf } from '../cohorts/places.ts';
import type { CohortSchool } from '../cohorts/school.ts';
import type { RowFigures } from './figures.ts';
import { isHeld, rowKey, wasHidden } from './hidden-before.ts';
import { type Counting, hiddenCells } from './hidden-cells.ts';
import { everyPart, partKey, partsById } from './part-keys.ts';
import { figuresOfPart } from './place-figures.ts';
import type { Tallies } from './tallies.ts';

/** What figures of one competence are made of: plain data, that another thread may be given. */
export interface Counted {
  schools: readonly CohortSchool[];
  /** From 1 up. */
  levels: readonly number[];
  /** The cut points between levels, in logits. */
  cuts: readonly number[];
  tallies: Tallies;
  /** What was told the time before, by `rowKey`. */
  before: ReadonlyMap<string, RowFigures>;
}

/**
 * The figures of every part in one competence, by the names they are kept under, in the order of
 * these. Counts by level are hidden for all parts at once, and so are those of who was measured
 * twice, which tell nothing of a level.
 */
export function figuresOfCompetence({
  schools,
  levels: numbers,
  cuts,
  tallies,
  before,
}: Counted): Map<string, RowFigures[]> {
  const levels = numbers.map(String);
  const places = placesOf(schools);
  const keys = new Map([...partsById(places)].map(([id, part]) => [id, partKey(part, places)]));
  /** What was told of a row, where so little has changed that it must not be told otherwise. */
  const heldRow = (part: Part, yearGroup: string | null, pupils: number) => {
    const row = before.get(rowKey(keys.get(part.id) ?? '', yearGroup));
    return row && isHeld(row, pupils) ? row : null;
  };
  const tallyOf: Counting['tallyOf'] = (uai, yearGroup) => tallies.get(uai)?.get(yearGroup);
  const isHidden = hiddenCells(schools, {
    ...{ cells: levels, tallyOf },
    countOf: (tally, level) => tally.levels[Number(level) - 1] ?? 0,
    isHeld(part, yearGroup, level, pupils) {
      const row = heldRow(part, yearGroup, pupils);
      return row !== null && wasHidden(row, level);
    },
  });
  const isTwiceHidden = hiddenCells(schools, {
    ...{ cells: ['twice'], tallyOf },
    countOf: ({ twice }) => twice,
    isHeld: () => false,
  });
  const telling = {
    ...{ tallies, levels, minimumCell: MINIMUM_CELL, isHidden, isTwiceHidden },
    cuts,
    decidedAt: (part: Part, yearGroup: string | null, pupils: number) =>
      heldRow(part, yearGroup, pupils)?.decidedAt ?? pupils,
  };
  return new Map(everyPart(places).map(([key, part]) => [key, figuresOfPart(part, telling)]));
}
