import { comparable } from './fields/names.ts';
import { type Problem, problem } from './problems.ts';
import type { RosterPupil } from './roster.ts';

/**
 * Rows that claim to be the same pupil: by one INE, or one identifier of the format. Nobody but a
 * person can tell which is right, so neither is kept. A pupil who left and came back has two rows,
 * one of them ended: the other is kept.
 */
export function findDuplicates(pupils: readonly RosterPupil[]): {
  kept: RosterPupil[];
  aside: RosterPupil[];
  problems: Problem[];
} {
  const gone = new Set<RosterPupil>();
  const problems: Problem[] = [];
  for (const [key, code] of [
    ['ine', 'duplicate-ine'],
    ['sourceId', 'duplicate-id'],
  ] as const) {
    for (const same of byKey(pupils, key)) {
      const present = same.filter(({ leftOn }) => leftOn === null);
      const [first] = present;
      if (present.length <= 1) {
        const current = first ?? same.at(-1);
        for (const row of same) if (row !== current) gone.add(row);
        continue;
      }
      for (const row of same) {
        const isKnown = gone.has(row);
        gone.add(row);
        if (row === first || row.leftOn !== null || isKnown) continue;
        const name = `${row.firstName} ${row.lastName}`;
        problems.push(problem(code, row.line, { name, other: String(first?.line ?? '') }));
      }
    }
  }
  for (const same of byPerson(pupils.filter((row) => !gone.has(row)))) {
    const [first] = same;
    for (const row of same) {
      gone.add(row);
      if (row === first) continue;
      const name = `${row.firstName} ${row.lastName}`;
      problems.push(problem('duplicate-person', row.line, { name, other: String(first?.line) }));
    }
  }
  return {
    kept: pupils.filter((row) => !gone.has(row)),
    aside: pupils.filter((row) => gone.has(row)),
    problems,
  };
}

/** Rows of one name and birth date, unless their INE tell them apart; those who left do not count. */
function byPerson(pupils: readonly RosterPupil[]): RosterPupil[][] {
  const found = new Map<string, RosterPupil[]>();
  for (const row of pupils) {
    if (row.birthDate === null || row.leftOn !== null) continue;
    const person = [comparable(row.birthName), comparable(row.firstName), row.birthDate].join('|');
    const same = found.get(person);
    if (same) same.push(row);
    else found.set(person, [row]);
  }
  return [...found.values()].filter(
    (same) =>
      same.length > 1 &&
      (same.some(({ ine }) => ine === null) ||
        new Set(same.map(({ ine }) => ine)).size < same.length),
  );
}

/** Rows that share a value, where more than one has it. */
function byKey(pupils: readonly RosterPupil[], key: 'ine' | 'sourceId'): RosterPupil[][] {
  const found = new Map<string, RosterPupil[]>();
  for (const row of pupils) {
    const value = row[key];
    if (value === null) continue;
    const same = found.get(value);
    if (same) same.push(row);
    else found.set(value, [row]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}
