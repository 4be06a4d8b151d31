import type { IndexedSum } from './indexed-table.ts';
import { PrimeField } from './prime-field.ts';

/** Cells, ascending, and how many times each, modulo a prime: together they make 0. */
export interface Equation {
  readonly cells: readonly number[];
  readonly times: readonly number[];
}

/** An unknown in terms of other cells: its equation, in which it stands once. */
export interface SolvedEquation {
  readonly unknown: number;
  readonly equation: Equation;
}

/** What a sum says of some of its cells. */
export function equationOf(sum: IndexedSum, isHeld: (cell: number) => boolean): Equation {
  const times = new Map<number, number>();
  sum.forEach((cell, place) => {
    if (isHeld(cell)) times.set(cell, (times.get(cell) ?? 0) + (place === 0 ? -1 : 1));
  });
  const cells = [...times.keys()].filter((cell) => times.get(cell) !== 0).sort((a, b) => a - b);
  return { cells, times: cells.map((cell) => PrimeField.normal(times.get(cell) ?? 0)) };
}

/**
 * Solves each equation for one unknown and takes that out of the equations that are left: sparse
 * Gaussian elimination. The equation with the fewest unknowns comes next, and of these the one that
 * the fewest other equations hold (after Markowitz 1957). None holds what an earlier one is solved
 * for. Equations without an unknown are left out.
 */
export function eliminate(
  equations: readonly Equation[],
  isUnknown: (cell: number) => boolean,
): SolvedEquation[] {
  const left: (Equation | null)[] = [...equations];
  const holding = new Map<number, Set<number>>();
  const sizes = left.map((equation, index) => {
    const unknowns = (equation?.cells ?? []).filter(isUnknown);
    for (const cell of unknowns) {
      const those = holding.get(cell);
      if (those) those.add(index);
      else holding.set(cell, new Set([index]));
    }
    return unknowns.length;
  });
  const queue = new Queue();
  sizes.forEach((size, index) => queue.add(index, size));
  const solved: SolvedEquation[] = [];
  for (;;) {
    const index = queue.next((one, size) => left[one] !== null && sizes[one] === size);
    const equation = index === null ? null : left[index];
    if (index === null || !equation) return solved;
    left[index] = null;
    let unknown = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const cell of equation.cells) {
      const those = holding.get(cell);
      if (!those) continue;
      those.delete(index);
      if (those.size >= fewest) continue;
      unknown = cell;
      fewest = those.size;
    }
    const own = scaled(equation, PrimeField.inverse(timesOf(equation, unknown)));
    for (const other of holding.get(unknown) ?? []) {
      const before = left[other];
      if (!before) continue;
      let size = sizes[other] ?? 0;
      left[other] = less(before, own, timesOf(before, unknown), {
        gone: (cell) => {
          if (holding.get(cell)?.delete(other)) size -= 1;
        },
        come: (cell) => {
          if (holding.get(cell)?.add(other)) size += 1;
        },
      });
      sizes[other] = size;
      queue.add(other, size);
    }
    solved.push({ unknown, equation: own });
  }
}

/** Numbers by size; the smallest comes next, and of several the one that was added last. */
class Queue {
  readonly #bySize: number[][] = [];
  #least = 0;

  add(one: number, size: number): void {
    if (size === 0) return;
    (this.#bySize[size] ??= []).push(one);
    this.#least = Math.min(this.#least, size);
  }

  /** The next that is still waiting with that size. */
  next(isWaiting: (one: number, size: number) => boolean): number | null {
    for (; this.#least < this.#bySize.length; this.#least += 1) {
      const those = this.#bySize[this.#least] ?? [];
      for (let one = those.pop(); one !== undefined; one = those.pop()) {
        if (isWaiting(one, this.#least)) return one;
      }
    }
    return null;
  }
}

/** How many times an equation holds a cell. */
function timesOf({ cells, times }: Equation, cell: number): number {
  let from = 0;
  let to = cells.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cells[middle] ?? 0) < cell) from = middle + 1;
    else to = middle;
  }
  return cells[from] === cell ? (times[from] ?? 0) : 0;
}

const scaled = (equation: Equation, factor: number): Equation =>
  factor === 1
    ? equation
    : { ...equation, times: equation.times.map((value) => PrimeField.times(value, factor)) };

/** An equation less so many times another, telling which cells it holds no more and which now. */
export function less(
  from: Equation,
  other: Equation,
  factor: number,
  tell?: { gone: (cell: number) => void; come: (cell: number) => void },
): Equation {
  const back = PrimeField.normal(-factor);
  const cells: number[] = [];
  const times: number[] = [];
  let a = 0;
  let b = 0;
  while (a < from.cells.length || b < other.cells.length) {
    const left = from.cells[a] ?? Number.POSITIVE_INFINITY;
    const right = other.cells[b] ?? Number.POSITIVE_INFINITY;
    if (left < right) {
      cells.push(left);
      times.push(from.times[a] ?? 0);
      a += 1;
      continue;
    }
    const taken = PrimeField.times(other.times[b] ?? 0, back);
    b += 1;
    if (right < left) {
      cells.push(right);
      times.push(taken);
      tell?.come(right);
      continue;
    }
    const sum = PrimeField.normal((from.times[a] ?? 0) + taken);
    a += 1;
    if (sum === 0) tell?.gone(right);
    else {
      cells.push(right);
      times.push(sum);
    }
  }
  return { cells, times };
}
