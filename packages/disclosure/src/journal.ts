import { roundCount } from './rounding.ts';
import { DEFAULT_MINIMUM_CELL } from './suppress.ts';
import { TableError } from './table.ts';
import { Told } from './told.ts';

/** Pupils by atom (a school's year group) and level, at the moment that the journal is about. */
export type AtomCounts = ReadonlyMap<string, readonly number[]>;

/** What is published of a cohort, rounded; `null` where a count stays hidden. */
export interface CohortAnswer {
  /** The atoms that the cohort is made of, sorted. */
  readonly atoms: readonly string[];
  /** All levels together: told where every level is. */
  readonly total: number | null;
  readonly levels: readonly (number | null)[];
}

/**
 * The answers given about overlapping cohorts, and the next one. A count is told unless, with all
 * that was told before, the count of any set of atoms at one level under the minimum would follow:
 * be it what one cohort has and another has not, or a combination of many. A total is told only
 * where all of its levels are, so that it tells nothing of them.
 *
 * The same question always gets the answer that it got first, whatever was asked between. In which
 * order questions come decides which counts are refused, never that one under the minimum follows.
 */
export class Journal {
  readonly #counts: AtomCounts;
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #told: readonly Told[];
  readonly #kept = new Map<string, CohortAnswer>();

  /**
   * Goes on from the answers that were kept, in any order. Throws `TableError` where one is of an
   * atom that is not counted.
   */
  constructor(
    counts: AtomCounts,
    kept: readonly CohortAnswer[] = [],
    minimumCell: number = DEFAULT_MINIMUM_CELL,
  ) {
    this.#counts = counts;
    const atoms = [...counts.keys()];
    this.#indexOf = new Map(atoms.map((atom, index) => [atom, index]));
    const [first = []] = counts.values();
    this.#told = first.map(
      (_, level) =>
        new Told(
          atoms.map((atom) => counts.get(atom)?.[level] ?? 0),
          minimumCell,
        ),
    );
    for (const answer of kept) {
      const indices = this.#indices(answer.atoms);
      answer.levels.forEach((count, level) => {
        if (count !== null) this.#told[level]?.retell(indices);
      });
      this.#kept.set(keyOf(answer.atoms), answer);
    }
  }

  /** Every answer given, in the order of the questions: what to keep. */
  get answers(): readonly CohortAnswer[] {
    return [...this.#kept.values()];
  }

  /** What may be told of a cohort. Throws `TableError` where it holds an atom that is not counted. */
  ask(cohort: Iterable<string>): CohortAnswer {
    const atoms = [...new Set(cohort)].sort();
    const known = this.#kept.get(keyOf(atoms));
    if (known) return known;
    const indices = this.#indices(atoms);
    const counts = this.#told.map((told, level) => {
      const count = atoms.reduce((sum, atom) => sum + (this.#counts.get(atom)?.[level] ?? 0), 0);
      return { count, isTold: told.tell(indices) };
    });
    const isWhole = counts.every(({ isTold }) => isTold);
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const answer: CohortAnswer = {
      atoms,
      total: isWhole ? roundCount(total) : null,
      levels: counts.map(({ count, isTold }) => (isTold ? roundCount(count) : null)),
    };
    this.#kept.set(keyOf(atoms), answer);
    return answer;
  }

  #indices(atoms: readonly string[]): number[] {
    return atoms.map((atom) => {
      const index = this.#indexOf.get(atom);
      if (index === undefined) throw new TableError(`No pupils are counted in ${atom}.`);
      return index;
    });
  }
}

/**
 * What may be told of a cohort after the answers that were kept: a pure function of these, for one
 * question. Throws `TableError` where it holds an atom that is not counted.
 */
export const answerQuestion = (
  counts: AtomCounts,
  kept: readonly CohortAnswer[],
  cohort: Iterable<string>,
  minimumCell: number = DEFAULT_MINIMUM_CELL,
): CohortAnswer => new Journal(counts, kept, minimumCell).ask(cohort);

const keyOf = (atoms: readonly string[]): string => JSON.stringify(atoms);
