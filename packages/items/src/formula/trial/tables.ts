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
export function* trialTables(trial: Trial): Generator<TypedCells> {
  const random = seededRandom(JSON.stringify(trial.typed));
  const edges = edgesOf(trial);
  const cells = cellsOf(trial);
  const table = (drawnFrom: readonly number[], isFull: boolean) =>
    Object.fromEntries(
      cells.map((cell) => [cell.name, redrawn(cell, { random, edges: drawnFrom, isFull })]),
    );
  yield trial.typed;
  for (let count = 0; count < TABLES; count += 1) yield table(edges, false);
  for (const edge of edges.slice(0, MOST_FULL)) yield table([edge], true);
}

/** A cell of the table that is shown, read once for all tables. */
interface TableCell {
  name: string;
  text: string;
  /** What it holds; `null` for a formula, which stays. */
  value: Scalar;
  /** The texts that may stand in its place. */
  texts: readonly string[];
}

interface Redrawing {
  random: Random;
  edges: readonly number[];
  /** Whether every number is the one edge. */
  isFull: boolean;
}

function redrawn({ text, value, texts }: TableCell, drawing: Redrawing): string {
  const { random, edges, isFull } = drawing;
  if (typeof value === 'number') {
    const [only = value] = isFull ? edges : [];
    return typedNumber(isFull ? only : otherNumber(value, random, edges));
  }
  return typeof value === 'string' ? oneOf(texts, random) : text;
}

function cellsOf({ typed }: Trial): TableCell[] {
  const held = Object.entries(typed).map(([name, text]) => ({
    name,
    text,
    value: text.startsWith('=') ? null : constant(text).value,
    place: readAddress(name),
  }));
  /** The texts below the headings of each column; a heading stays. */
  const byColumn = new Map<number | undefined, Set<string>>();
  for (const { text, value, place } of held) {
    if (typeof value !== 'string' || !place || place.row === 0) continue;
    const texts = byColumn.get(place.column) ?? new Set();
    byColumn.set(place.column, texts.add(text));
  }
  return held.map(({ place, ...cell }) => ({
    ...cell,
    texts: place?.row === 0 ? [cell.text] : [...(byColumn.get(place?.column) ?? [])],
  }));
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

const oneOf = (texts: readonly string[], random: Random): string =>
  texts[random.integer(0, texts.length - 1)] ?? '';
