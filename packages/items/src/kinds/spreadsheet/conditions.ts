import { z } from 'zod';
import {
  addressesIn,
  addressName,
  areaBetween,
  copyFormula,
  isFault,
  readAddress,
  readContent,
  readFormula,
  readings,
  sameValue,
} from '../../formula/index.ts';
import { judge, results, type Trial } from '../../formula/trial/trial.ts';
import { chartType, type World } from './contract.ts';
import { machine, type State } from './machine.ts';
import { dataRows, isHidden, rowsInOrder, shownAt, valuesOf } from './sheet.ts';

const cell = z.string();
const column = z.string();

/** What a step may ask of a sheet. */
export const condition = z.discriminatedUnion('is', [
  /** The cell gives this value, however it was got. */
  z.strictObject({ is: z.literal('shows'), cell, value: z.union([z.string(), z.number()]) }),
  /**
   * The cell holds a formula that gives what `like` gives, whatever the numbers of the sheet; and so
   * do the cells up to `through`, where there is one, for `like` copied along.
   */
  z.strictObject({
    is: z.literal('formula'),
    cell,
    like: z.string(),
    through: cell.optional(),
  }),
  /** The formula of the cell calls this function, named in French. */
  z.strictObject({ is: z.literal('calls'), cell, function: z.string() }),
  /** The data stand in the order of a column. */
  z.strictObject({ is: z.literal('sorted'), column, order: z.enum(['up', 'down']) }),
  /** Every row of the data is still there, whole, in these columns. */
  z.strictObject({ is: z.literal('whole'), columns: z.array(column).min(1) }),
  /** A row of the data shows these texts or numbers, by column. */
  z.strictObject({
    is: z.literal('row'),
    shows: z.record(column, z.union([z.string(), z.number()])),
  }),
  /** Of the data, the rows to be seen are those with these texts in a column, and no others. */
  z.strictObject({ is: z.literal('seen'), column, texts: z.array(z.string()) }),
  /** A column is filtered to these texts. */
  z.strictObject({ is: z.literal('kept'), column, texts: z.array(z.string()).min(1) }),
  /** A chart of one of these types stands there, with these columns. */
  z.strictObject({
    is: z.literal('chart'),
    types: z.array(chartType).min(1),
    labels: column,
    values: column,
  }),
]);
export type Condition = z.infer<typeof condition>;
type Of<Is extends Condition['is']> = Extract<Condition, { is: Is }>;

function showsIn(cells: State['cells'], name: string, value: string | number): boolean {
  const content = typeof value === 'number' ? { value } : readContent(value);
  return 'value' in content && sameValue(valuesOf(cells).get(name) ?? null, content.value);
}

const hasRow = (world: World, { cells }: State, { shows }: Of<'row'>): boolean =>
  dataRows(world).some((row) =>
    Object.entries(shows).every(([name, value]) => showsIn(cells, name + String(row + 1), value)),
  );

/** Trying a formula takes a hundred calculations: what was found is kept with the cells. */
const tried = new WeakMap<State['cells'], Map<string, boolean>>();

function givesLike(cells: State['cells'], name: string, like: string): boolean {
  const known = tried.get(cells) ?? new Map<string, boolean>();
  tried.set(cells, known);
  const key = `${name} ${like}`;
  const found = known.get(key) ?? tryOut(cells, name, like);
  known.set(key, found);
  return found;
}

function tryOut(cells: State['cells'], name: string, like: string): boolean {
  const typed = cells[name] ?? '';
  if (typed === like) return true;
  if ('problem' in readFormula(typed)) return false;
  const trial = { typed: { ...cells, [name]: '' }, cell: name, copies: [], formula: like };
  return isRightHere(trial, typed) && judge(trial, typed).isRight;
}

/** Whether it gives the right value in the sheet as it stands: most that are wrong do not. */
function isRightHere(trial: Trial, typed: string): boolean {
  const [right = null] = results(trial, trial.formula, trial.typed);
  if (isFault(right)) return true;
  return readings(typed).some((formula) =>
    sameValue(right, results(trial, formula, trial.typed)[0] ?? null),
  );
}

function isFormula({ cells }: State, { cell: name, like, through }: Of<'formula'>): boolean {
  const from = readAddress(name);
  const to = readAddress(through ?? name);
  if (!from || !to) return false;
  return addressesIn(areaBetween(from, to)).every((at) =>
    givesLike(cells, addressName(at), copyFormula(like, from, at)),
  );
}

function calls({ cells }: State, { cell: name, function: called }: Of<'calls'>): boolean {
  const read = readFormula(cells[name] ?? '');
  return !('problem' in read) && read.calls.includes(called);
}

/** The rows of the data as they show in some columns, in no order. */
const rowTexts = (world: World, { cells }: State, columns: readonly string[]): string =>
  dataRows(world)
    .map((row) => columns.map((name) => shownAt(cells, name + String(row + 1))).join('\n'))
    .toSorted()
    .join('\n\n');

function isSeen(world: World, state: State, { column: name, texts }: Of<'seen'>): boolean {
  const isAsked = (row: number) => texts.includes(shownAt(state.cells, name + String(row + 1)));
  return dataRows(world).every((row) => isHidden(world, state, row) !== isAsked(row));
}

/** Whether a condition holds in a state of the sheet. */
export function holds(world: World, state: State, asked: Condition): boolean {
  switch (asked.is) {
    case 'shows':
      return showsIn(state.cells, asked.cell, asked.value);
    case 'formula':
      return isFormula(state, asked);
    case 'calls':
      return calls(state, asked);
    case 'sorted':
      return rowsInOrder(world, state, asked.column, asked.order).every(
        (row, rank) => row === world.data.from - 1 + rank,
      );
    case 'whole':
      return (
        rowTexts(world, state, asked.columns) ===
        rowTexts(world, machine.start(world), asked.columns)
      );
    case 'row':
      return hasRow(world, state, asked);
    case 'seen':
      return isSeen(world, state, asked);
    case 'kept': {
      const kept = state.filters[asked.column] ?? [];
      return kept.length === asked.texts.length && asked.texts.every((text) => kept.includes(text));
    }
    case 'chart': {
      const { chart } = state;
      return (
        chart !== null &&
        asked.types.includes(chart.type) &&
        chart.labels === asked.labels &&
        chart.values === asked.values
      );
    }
  }
}
