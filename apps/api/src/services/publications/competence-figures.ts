import { suppressCells } from '@jalon/disclosure';
import { linkPlaces } from '../cohorts/linked-table.ts';
import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import { type Part, type Place, placesOf } from '../cohorts/places.ts';
import type { CohortSchool } from '../cohorts/school.ts';
import type { Engine } from '../engine.ts';
import type { RowFigures } from './figures.ts';
import { type Before, hiddenOf, isHeld } from './hidden-before.ts';
import { everyPart, partKey } from './part-keys.ts';
import { type Cell, figuresOfPart, type Telling, yearGroupsOf } from './place-figures.ts';
import { pupilsOf, type Tallies } from './tallies.ts';

interface Counted {
  schools: readonly CohortSchool[];
  places: ReadonlyMap<string, Place>;
  competence: string;
  tallies: Tallies;
  /** What was told the time before. */
  before: Before;
}

/**
 * The figures of every part in one competence, by the names they are kept under, in the order of
 * these. What is hidden is decided for all of them at once.
 */
export function figuresOfCompetence(
  { release, competences }: Engine,
  { schools, places, competence, tallies, before }: Counted,
): Map<string, RowFigures[]> {
  const parts = everyPart(places);
  const withResults = placesOf(schoolsWithResults(schools, tallies));
  const { table, keyOf } = linkPlaces(
    withResults,
    release.framework.levels.map(({ level }) => String(level)),
    (uai, yearGroup, level) => tallies.get(uai)?.get(yearGroup)?.levels[Number(level) - 1] ?? 0,
  );
  const counted = byId(withResults);
  /** None where nobody has a result. */
  const cellOf = (part: Part, yearGroup: string | null, cell: Cell): string | null => {
    const same = counted.get(part.id);
    const key = same ? keyOf(same, yearGroup, cell === null ? null : String(cell)) : null;
    return key !== null && table.counts.has(key) ? key : null;
  };
  const held = new Set<string>();
  for (const [key, part] of parts) {
    for (const year of [null, ...yearGroupsOf(part)]) {
      const row = before(key, year);
      const pupils = table.counts.get(cellOf(part, year, null) ?? '') ?? 0;
      if (!row || !isHeld(row, pupils)) continue;
      for (const cell of hiddenOf(row)) {
        const name = cellOf(part, year, cell);
        if (name !== null) held.add(name);
      }
    }
  }
  const hidden = suppressCells(table, MINIMUM_CELL, held);
  const telling: Telling = {
    ...{ tallies, levels: release.framework.levels.length, minimumCell: MINIMUM_CELL },
    cuts: competences.get(competence)?.cuts ?? [],
    isHidden(part, yearGroup, cell) {
      const name = cellOf(part, yearGroup, cell);
      return name === null || hidden.has(name);
    },
    decidedAt(part, yearGroup, pupils) {
      const row = before(partKey(part, places), yearGroup);
      return row && isHeld(row, pupils) ? row.decidedAt : pupils;
    },
  };
  return new Map(parts.map(([key, part]) => [key, figuresOfPart(part, telling)]));
}

/**
 * Where nobody has a result there is nothing to count, and nothing to hide either: that a school did
 * not begin says nothing of any pupil, and an empty school would have others hidden with it.
 */
function schoolsWithResults(schools: readonly CohortSchool[], tallies: Tallies): CohortSchool[] {
  return schools.flatMap((school) => {
    const ofSchool = tallies.get(school.uai);
    const yearGroups = school.yearGroups.filter((year) => {
      const tally = ofSchool?.get(year);
      return tally !== undefined && pupilsOf(tally) > 0;
    });
    return yearGroups.length > 0 ? [{ ...school, yearGroups }] : [];
  });
}

function byId(places: ReadonlyMap<string, Place>): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const place of places.values()) {
    parts.set(place.id, place);
    for (const some of place.partings.values()) for (const part of some) parts.set(part.id, part);
  }
  return parts;
}
