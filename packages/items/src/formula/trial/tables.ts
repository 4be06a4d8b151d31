import {
  constantsIn,
  readAddress,
  readContent,
  readFormula,
  type Scalar,
  type TypedCells,
} from '../index.ts';
import { type Random, seededRandom } from '../../random.ts';
import { decimalsOf, typedNumber } from '../../template/decimals.ts';

/**
 * A formula to try in a cell, the right one beside it: `typed` is what the cells of the table hold,
 * by name; `copies` the cells that the formula is copied to.
 */
export interface Trial {
  typed: TypedCells;
  cell: string;
  copies: readonly string[];
  formula: string;
}

const TABLES = 16;
const MOST_FULL = 16;

/**
 * The tables a formula is tried on: the one that is shown, then the same with other numbers, and
 * with texts changed for others of their column; last, for each number at which the right formula
 * may turn, one that is full of it. The same trial always has the same ones.
 */
export function trialTables(trial: Trial): TypedCells[] {
  const random = seededRandom(JSON.stringify(trial.typed));
  const edges = edgesOf(trial);
  const table = (drawnFrom: readonly number[], isFull: boolean) =>
    Object.fromEntries(
      Object.entries(trial.typed).map(([name, text]) => [
        name,
        redrawn(name, text, { trial, random, edges: drawnFrom, isFull }),
      ]),
    );
  return [
    trial.typed,
    ...Array.from({ length: TABLES }, () => table(edges, false)),
    ...edges.slice(0, MOST_FULL).map((edge) => table([edge], true)),
  ];
}

interface Redrawing {
  trial: Trial;
  random: Random;
  edges: readonly number[];
  /** Whether every number is the one edge. */
  isFull: boolean;
}

function redrawn(name: string, text: string, drawing: Redrawing): string {
  const { trial, random, edges, isFull } = drawing;
  if (text.startsWith('=')) return text;
  const { value } = constant(text);
  if (typeof value === 'number') {
    const [only = value] = isFull ? edges : [];
    return typedNumber(isFull ? only : otherNumber(value, random, edges));
  }
  return typeof value === 'string' ? oneOf(columnTexts(name, trial), random) : text;
}

const constant = (text: string): { value: Scalar } => {
  const content = readContent(text);
  return 'value' in content ? content : { value: null };
};

/**
 * Another number with as many decimals: as large as this one or twice that, or, half of the times,
 * one at which a comparison may turn.
 */
function otherNumber(value: number, random: Random, edges: readonly number[]): number {
  const edge = edges[random.integer(0, Math.max(1, 2 * edges.length - 1))];
  if (edge !== undefined) return edge;
  const scale = 10 ** Math.min(decimalsOf(value), 6);
  const most = Math.ceil(2 * Math.max(10, Math.abs(value)) * scale);
  return random.integer(value < 0 ? -most : 0, most) / scale;
}

/** Numbers that the formula or the table names, and those just beside. */
function edgesOf({ formula, typed }: Trial): number[] {
  const read = readFormula(formula);
  const written = 'problem' in read ? [] : constantsIn(read.tree);
  const held = Object.values(typed).map((text) => constant(text).value);
  const numbers = [...written.map(numberIn), ...held].filter((value) => typeof value === 'number');
  const near = numbers.flatMap((value) => [value - 1, value, value + 1]);
  const least = Math.min(0, ...numbers);
  return [...new Set(near)].filter((value) => value >= least);
}

/** The number that a constant is, or that a criterion such as `">=10"` names. */
function numberIn(value: Scalar): Scalar {
  return typeof value === 'string' ? constant(value.replace(/^[<>=]+/, '')).value : value;
}

/** The texts below the headings of a cell's column; a heading stays. */
function columnTexts(name: string, { typed }: Trial): string[] {
  const address = readAddress(name);
  const own = Object.entries(typed).flatMap(([other, text]) => {
    const place = readAddress(other);
    const isBelow = place !== null && place.row > 0 && place.column === address?.column;
    return isBelow && typeof constant(text).value === 'string' ? [text] : [];
  });
  return address?.row === 0 ? [typed[name] ?? ''] : [...new Set(own)];
}

const oneOf = (texts: readonly string[], random: Random): string =>
  texts[random.integer(0, texts.length - 1)] ?? '';
