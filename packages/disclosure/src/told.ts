import { PrimeField } from './prime-field.ts';

/**
 * What has been told of the pupils at one level: sums of their counts over sets of atoms (a school's
 * year group each), and all that follows from these by adding and subtracting.
 *
 * It is kept as equations that are solved as far as they can be (reduced row echelon form, modulo a
 * prime), with the largest atoms first. Then whatever follows of small atoms alone is a sum of those
 * equations that hold nothing else. As long as each of these adds up atoms, none twice and none
 * taken away, to at least the minimum, so does every set of atoms whose count follows from anything
 * told: a set with fewer pupils would consist of small atoms.
 */
export class Told {
  /** How many equations there are. */
  get rank(): number {
    return this.#rows.length;
  }

  readonly #counts: readonly number[];
  readonly #minimum: number;
  /** The atoms' places, largest first. */
  readonly #placeOf: Int32Array;
  readonly #countAt: Float64Array;
  /** The first place that is under the minimum. */
  readonly #firstSmall: number;
  readonly #rows: { pivot: number; row: Float64Array }[] = [];

  /** Of each atom its count; nothing is told yet. */
  constructor(counts: readonly number[], minimum: number) {
    this.#counts = counts;
    this.#minimum = minimum;
    const order = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
    this.#placeOf = new Int32Array(counts.length);
    order.forEach((atom, place) => (this.#placeOf[atom] = place));
    this.#countAt = Float64Array.from(order, (atom) => counts[atom] ?? 0);
    const first = this.#countAt.findIndex((count) => count < minimum);
    this.#firstSmall = first === -1 ? counts.length : first;
  }

  /** Tells the count of a set of atoms, unless a count under the minimum followed; says whether. */
  tell(atoms: readonly number[]): boolean {
    const count = atoms.reduce((sum, atom) => sum + (this.#counts[atom] ?? 0), 0);
    return count >= this.#minimum && this.#add(atoms, true);
  }

  /** Takes into account what was told before. */
  retell(atoms: readonly number[]): void {
    this.#add(atoms, false);
  }

  #add(atoms: readonly number[], isChecked: boolean): boolean {
    const row = this.#reduce(atoms);
    const pivot = row.findIndex((coefficient) => coefficient !== 0);
    if (pivot === -1) return true;
    scale(row, PrimeField.inverse(row[pivot] ?? 1));
    if (isChecked && pivot >= this.#firstSmall && !this.#mayFollow(row, pivot)) return false;
    for (const other of this.#rows) PrimeField.subtract(other.row, row, other.row[pivot] ?? 0);
    this.#rows.push({ pivot, row });
    return true;
  }

  /** A set of atoms less all that is told of it. */
  #reduce(atoms: readonly number[]): Float64Array {
    const sum = new Float64Array(this.#counts.length);
    for (const atom of atoms) sum[this.#placeOf[atom] ?? 0] = 1;
    const within = this.#rows.filter(({ pivot }) => sum[pivot] === 1);
    // No other equation holds an equation's own atom: each is taken away once, and all at the end
    // brought back under the prime.
    for (const { row } of within) {
      for (let place = 0; place < sum.length; place += 1) {
        sum[place] = (sum[place] ?? 0) - (row[place] ?? 0);
      }
    }
    for (let place = 0; place < sum.length; place += 1) {
      if (sum[place] !== 0) sum[place] = PrimeField.normal(sum[place] ?? 0);
    }
    return sum;
  }

  /** Whether an equation of small atoms may be added, by what it makes of those that there are. */
  #mayFollow(row: Float64Array, pivot: number): boolean {
    if (!this.#isLargeSum(row)) return false;
    return this.#rows.every((other) => {
      const times = other.row[pivot] ?? 0;
      if (other.pivot < this.#firstSmall || times === 0) return true;
      const changed = other.row.slice();
      PrimeField.subtract(changed, row, times);
      return this.#isLargeSum(changed);
    });
  }

  /** Whether an equation adds up atoms, each once, to the minimum. */
  #isLargeSum(row: Float64Array): boolean {
    let count = 0;
    for (let place = 0; place < row.length; place += 1) {
      const coefficient = row[place] ?? 0;
      if (coefficient === 1) count += this.#countAt[place] ?? 0;
      else if (coefficient !== 0) return false;
    }
    return count >= this.#minimum;
  }
}

function scale(row: Float64Array, factor: number): void {
  if (factor === 1) return;
  for (let place = 0; place < row.length; place += 1) {
    const value = row[place] ?? 0;
    if (value !== 0) row[place] = PrimeField.times(value, factor);
  }
}
