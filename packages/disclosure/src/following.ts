import { eliminate, type Equation, equationOf, less, type SolvedEquation } from './elimination.ts';
import type { IndexedSum } from './indexed-table.ts';
import { PrimeField } from './prime-field.ts';

/** How many changes are drawn: each finds a cell fixed by bad luck once in 67 million. */
const DRAWS = 2;

/**
 * The hidden cells whose count follows from the others by sums combined.
 *
 * Each sum is an equation whose unknowns are its hidden cells. A cell follows exactly where it is 0
 * in every change of the hidden cells that leaves all sums as they are. Such a change is drawn at
 * random from all of them: a cell that follows is always 0 in it, any other almost never. The draw
 * is seeded: the same table gives the same answer, and bad luck can only find a cell too many.
 */
export function cellsThatFollow(
  sums: readonly IndexedSum[],
  hidden: ReadonlySet<number>,
): readonly number[] {
  const isHidden = (cell: number) => hidden.has(cell);
  const equations = sums
    .filter((sum) => sum.some(isHidden))
    .map((sum) => equationOf(sum, isHidden));
  const solved = eliminate(equations, isHidden);
  let fixed = [...hidden];
  for (let draw = 1; draw <= DRAWS && fixed.length > 0; draw += 1) {
    const change = drawChange(hidden, solved, draw);
    fixed = fixed.filter((cell) => change.get(cell) === 0);
  }
  return fixed;
}

/** A change of the hidden cells that leaves every sum as it is: free cells drawn, others solved. */
function drawChange(hidden: ReadonlySet<number>, solved: readonly SolvedEquation[], seed: number) {
  const draw = PrimeField.sequence(seed);
  const unknowns = new Set(solved.map(({ unknown }) => unknown));
  const change = new Map<number, number>();
  for (const cell of hidden) if (!unknowns.has(cell)) change.set(cell, draw());
  for (const { unknown, equation } of solved.toReversed()) {
    let sum = 0;
    equation.cells.forEach((cell, place) => {
      if (cell === unknown) return;
      sum += PrimeField.times(equation.times[place] ?? 0, change.get(cell) ?? 0);
    });
    change.set(unknown, PrimeField.normal(-sum));
  }
  return change;
}

/** The published cells that some hidden ones follow from: of each those of one way to work it out. */
export function followedFrom(
  sums: readonly IndexedSum[],
  following: readonly number[],
  isHidden: (cell: number) => boolean,
): readonly (readonly number[])[] {
  const near = tiedSums(sums, following, isHidden);
  const solved = eliminate(
    near.map((sum) => equationOf(sum, () => true)),
    isHidden,
  );
  const equationFor = new Map(solved.map(({ unknown, equation }) => [unknown, equation]));
  return following.map((cell) => {
    let rest: Equation = equationFor.get(cell) ?? { cells: [], times: [] };
    // What takes one unknown out brings in only such as were solved for later: it ends.
    for (;;) {
      const at = rest.cells.findIndex((one) => one !== cell && equationFor.has(one));
      const other = equationFor.get(rest.cells[at] ?? -1);
      if (!other) return rest.cells.filter((one) => !isHidden(one));
      rest = less(rest, other, rest.times[at] ?? 0);
    }
  });
}

/** The sums that some cells are tied to through hidden ones. */
function tiedSums(
  sums: readonly IndexedSum[],
  cells: readonly number[],
  isHidden: (cell: number) => boolean,
): readonly IndexedSum[] {
  const sumsOf = new Map<number, IndexedSum[]>();
  for (const sum of sums) {
    for (const cell of sum) {
      if (!isHidden(cell)) continue;
      const those = sumsOf.get(cell);
      if (those) those.push(sum);
      else sumsOf.set(cell, [sum]);
    }
  }
  const met = new Set(cells);
  const tied = new Set<IndexedSum>();
  // Cells that are met meanwhile are gone through as well.
  for (const cell of met) {
    for (const sum of sumsOf.get(cell) ?? []) {
      if (tied.has(sum)) continue;
      tied.add(sum);
      for (const other of sum) if (isHidden(other)) met.add(other);
    }
  }
  return [...tied];
}
