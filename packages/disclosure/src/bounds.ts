import type { IndexedSum, IndexedTable } from './indexed-table.ts';
import type { Interval } from './rounding.ts';

/** Bounds narrow by less and less where they go round in circles. */
const MOST_ROUNDS = 50;

/** How much a cell may hold, and the sums that said so last; none where that was known at first. */
export interface Bounds extends Interval {
  readonly leastBy: IndexedSum | null;
  readonly mostBy: IndexedSum | null;
}

/**
 * How much each cell may hold, by taking one sum after the other until none narrows any bound: what
 * a reader with patience finds without solving equations together. `known` is what is known at first.
 */
export function boundsOf(table: IndexedTable, known: (cell: number) => Interval): Bounds[] {
  const bounds = table.counts.map((_, cell): Narrowing => {
    const { least, most } = known(cell);
    return { least, most, leastBy: null, mostBy: null };
  });
  let waiting = new Set(table.sums);
  for (let round = 0; round < MOST_ROUNDS && waiting.size > 0; round += 1) {
    const next = new Set<IndexedSum>();
    for (const sum of waiting) {
      for (const cell of narrow(sum, bounds)) {
        for (const other of table.sumsOf[cell] ?? []) if (other !== sum) next.add(other);
      }
    }
    waiting = next;
  }
  return bounds;
}

/** Narrows the cells of one sum by each other; gives those that it narrowed. */
function narrow(sum: IndexedSum, bounds: Narrowing[]): number[] {
  const [total = -1, ...parts] = sum;
  const narrowed: number[] = [];
  const set = (cell: number, least: number, most: number) => {
    const now = bounds[cell];
    if (!now || (least <= now.least && most >= now.most)) return;
    if (least > now.least) Object.assign(now, { least, leastBy: sum });
    if (most < now.most) Object.assign(now, { most, mostBy: sum });
    narrowed.push(cell);
  };
  let least = 0;
  let most = 0;
  let open = 0;
  for (const part of parts) {
    least += bounds[part]?.least ?? 0;
    const top = bounds[part]?.most ?? 0;
    if (top === Number.POSITIVE_INFINITY) open += 1;
    else most += top;
  }
  set(total, least, open > 0 ? Number.POSITIVE_INFINITY : most);
  const whole = bounds[total] ?? { least: 0, most: 0 };
  for (const part of parts) {
    const own = bounds[part] ?? { least: 0, most: 0 };
    const isOpen = own.most === Number.POSITIVE_INFINITY;
    const othersOpen = open - Number(isOpen);
    const atLeast = othersOpen > 0 ? 0 : whole.least - (most - (isOpen ? 0 : own.most));
    const before = { least: own.least, most: own.most };
    set(part, atLeast, whole.most - (least - own.least));
    least += own.least - before.least;
    if (own.most === before.most) continue;
    most += own.most - (isOpen ? 0 : before.most);
    if (isOpen) open -= 1;
  }
  return narrowed;
}

interface Narrowing {
  least: number;
  most: number;
  leastBy: IndexedSum | null;
  mostBy: IndexedSum | null;
}

/**
 * The cells by which a cell is bounded: those of the sums that narrowed it; where all of these are
 * hidden, those by which they are bounded in turn, until one is published.
 */
export function boundedBy(
  cell: number,
  bounds: readonly Bounds[],
  isHidden: (cell: number) => boolean,
): readonly number[] {
  const met = new Set([cell]);
  for (let front = [cell]; front.length > 0;) {
    const sums = front.flatMap((one) => [bounds[one]?.mostBy ?? [], bounds[one]?.leastBy ?? []]);
    const near = [...new Set(sums.flat())];
    if (!near.every(isHidden)) return near;
    front = near.filter((one) => !met.has(one));
    for (const one of front) met.add(one);
  }
  return [];
}
