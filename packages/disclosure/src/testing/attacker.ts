import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { Interval } from '../rounding.ts';
import type { Sum } from '../table.ts';

/** What a reader knows: how much each cell may hold, and which cells others are made of. */
export interface Knowledge {
  readonly bounds: ReadonlyMap<string, Interval>;
  readonly sums: readonly Sum[];
}

/** An attacker who asks how much some cells may hold, by all that is known. */
export interface Attacker {
  /** The least and most of each cell in real numbers, drawn in to whole ones. */
  rangesOf(keys: readonly string[], knowledge: Knowledge): Map<string, Interval>;
  /** The least and most of one cell over all tables of whole numbers that fit. Slower. */
  wholeRangeOf(key: string, knowledge: Knowledge): Interval;
}

// The types that the package gives are those of its CommonJS half.
const solver: { default: () => Promise<Highs> } = createRequire(import.meta.url)('highs');

/** A solver's numbers are this exact. */
const SLACK = 1e-6;

export const valuesIn = ({ least, most }: Interval): number => most - least + 1;

/** Solves each question with HiGHS (Huangfu & Hall 2018). */
export async function createAttacker(): Promise<Attacker> {
  const highs = await solver.default();
  return {
    rangesOf: (keys, knowledge) => solve(highs, keys, knowledge, false),
    wholeRangeOf(key, knowledge) {
      const range = solve(highs, [key], knowledge, true).get(key);
      if (!range) throw new Error(`Nothing is known of a cell ${key}.`);
      return range;
    },
  };
}

type Sense = Highs['constants']['objectiveSense']['minimize' | 'maximize'];

type Model = ReturnType<typeof modelOf>['model'];

/** How far a model's objective reaches; `null` where the solver does not know. */
function run(highs: Highs, model: Model, sense: Sense): number | null {
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  model.changeObjectiveSense(sense);
  const { modelStatus } = model.run();
  if (modelStatus === optimal) return model.getObjectiveValue();
  const isOpen = modelStatus === unbounded || modelStatus === unboundedOrInfeasible;
  const isUpward = sense === highs.constants.objectiveSense.maximize;
  return isOpen && isUpward ? Number.POSITIVE_INFINITY : null;
}

/** The same of one cell, from the beginning. Throws where the solver does not know. */
function runAnew(
  highs: Highs,
  knowledge: Knowledge,
  { isWhole, key, sense }: { isWhole: boolean; key: string; sense: Sense },
): number {
  const { model, indexOf } = modelOf(highs, knowledge, isWhole);
  try {
    model.changeColCost(indexOf.get(key) ?? 0, 1);
    const reached = run(highs, model, sense);
    if (reached === null) throw new Error(`HiGHS knows nothing of ${key}.`);
    return reached;
  } finally {
    model.dispose();
  }
}

function solve(
  highs: Highs,
  keys: readonly string[],
  knowledge: Knowledge,
  isWhole: boolean,
): Map<string, Interval> {
  const { model, indexOf } = modelOf(highs, knowledge, isWhole);
  const { minimize, maximize } = highs.constants.objectiveSense;
  try {
    const ranges = new Map<string, Interval>();
    for (const key of keys) {
      const index = indexOf.get(key);
      if (index === undefined) throw new Error(`Nothing is known of a cell ${key}.`);
      model.changeColCost(index, 1);
      const reach = (sense: typeof minimize) => {
        // Going on from the last solution, it is now and then at a loss where it was not at first.
        return run(highs, model, sense) ?? runAnew(highs, knowledge, { isWhole, key, sense });
      };
      ranges.set(key, {
        least: Math.ceil(reach(minimize) - SLACK),
        most: Math.floor(reach(maximize) + SLACK),
      });
      model.changeColCost(index, 0);
    }
    return ranges;
  } finally {
    model.dispose();
  }
}

function modelOf(highs: Highs, { bounds, sums }: Knowledge, isWhole: boolean) {
  const keys = [...bounds.keys()];
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { total, parts } of sums) {
    for (const [key, value] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const index = indexOf.get(key);
      if (index === undefined) throw new Error(`Nothing is known of a cell ${key}.`);
      indices.push(index);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const model = highs.createModel({
    numCols: keys.length,
    numRows: sums.length,
    colCost: keys.map(() => 0),
    colLower: keys.map((key) => bounds.get(key)?.least ?? 0),
    colUpper: keys.map((key) => bounds.get(key)?.most ?? highs.infinity),
    rowLower: sums.map(() => 0),
    rowUpper: sums.map(() => 0),
    matrix: {
      format: 'csr',
      numRows: sums.length,
      numCols: keys.length,
      starts,
      indices,
      values,
    },
    ...(isWhole ? { integrality: keys.map(() => highs.constants.variableType.integer) } : {}),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, presolve: isWhole ? 'on' : 'off' });
  return { model, indexOf };
}
