import {
  type Address,
  addressesIn,
  addressName,
  areaBetween,
  copyFormula,
  readAddress,
} from '../../formula/index.ts';
import type { Machine } from '../../simulator/machine.ts';
import type { Chart, Event, World } from './contract.ts';
import { atColumn, columnTexts, isHidden, rowsInOrder, startCells } from './sheet.ts';

export { columnsOf, columnTexts, isHidden, shownAt, valuesOf } from './sheet.ts';
export type { Chart, Event } from './contract.ts';

/** A sheet as it stands: what its cells hold by name, what is filtered, and its chart. */
export interface State {
  cells: Readonly<Record<string, string>>;
  /** By column, the texts whose rows are shown. */
  filters: Readonly<Record<string, readonly string[]>>;
  chart: Chart | null;
}

const isIn = (world: World, { row, column }: Address): boolean =>
  row < world.rows.length && column < (world.rows[0]?.length ?? 0);

/** The cell of a name, where the sheet has it and it is to be seen. */
function seen(world: World, state: State, name: string): Address | null {
  const address = readAddress(name);
  if (!address || !isIn(world, address) || isHidden(world, state, address.row)) return null;
  return address;
}

const hasColumn = (world: World, column: string): boolean => isIn(world, atColumn(column));

/** The cells that one is copied to: those below it, or those beside it, up to another. */
function targets(from: Address, to: Address): Address[] {
  const isDown = from.column === to.column && to.row > from.row;
  const isAcross = from.row === to.row && to.column > from.column;
  return isDown || isAcross ? addressesIn(areaBetween(from, to)).slice(1) : [];
}

function type(world: World, state: State, name: string, text: string): State | null {
  if (!seen(world, state, name) || state.cells[name] === text) return null;
  return { ...state, cells: { ...state.cells, [name]: text } };
}

function fill(world: World, state: State, fromName: string, toName: string): State | null {
  const from = seen(world, state, fromName);
  const to = seen(world, state, toName);
  const source = state.cells[fromName] ?? '';
  if (!from || !to || source === '') return null;
  const copied = targets(from, to).map((at): [string, string] => [
    addressName(at),
    copyFormula(source, from, at),
  ]);
  if (copied.length === 0) return null;
  return { ...state, cells: { ...state.cells, ...Object.fromEntries(copied) } };
}

/** Puts whole rows in order; a formula that moves keeps to the cells of its own row. */
function sort(world: World, state: State, column: string, order: 'up' | 'down'): State | null {
  if (!hasColumn(world, column)) return null;
  const columns = world.rows[0]?.map((_, at) => at) ?? [];
  const moved = rowsInOrder(world, state, column, order).flatMap((source, rank) => {
    const row = world.data.from - 1 + rank;
    return columns.map((at): [string, string] => {
      const from = { row: source, column: at };
      const to = { row, column: at };
      return [addressName(to), copyFormula(state.cells[addressName(from)] ?? '', from, to)];
    });
  });
  return { ...state, cells: { ...state.cells, ...Object.fromEntries(moved) } };
}

function filter(world: World, state: State, column: string, keep: readonly string[]): State | null {
  if (!hasColumn(world, column)) return null;
  const shown = columnTexts(world, state, column);
  if (!keep.every((text) => shown.includes(text))) return null;
  return { ...state, filters: { ...state.filters, [column]: [...new Set(keep)] } };
}

function unfilter(state: State, column: string): State | null {
  if (!(column in state.filters)) return null;
  const others = Object.entries(state.filters).filter(([name]) => name !== column);
  return { ...state, filters: Object.fromEntries(others) };
}

function draw(world: World, state: State, chart: Chart): State | null {
  const { labels, values } = chart;
  const can =
    world.charts && labels !== values && [labels, values].every((c) => hasColumn(world, c));
  return can ? { ...state, chart } : null;
}

/** A spreadsheet: typed into, copied along, sorted, filtered, and drawn. */
export const machine: Machine<World, State, Event> = {
  start: (world) => ({ cells: startCells(world), filters: {}, chart: null }),

  step(world, state, event) {
    switch (event.do) {
      case 'type':
        return type(world, state, event.cell, event.text);
      case 'fill':
        return fill(world, state, event.from, event.to);
      case 'sort':
        return sort(world, state, event.column, event.order);
      case 'filter':
        return filter(world, state, event.column, event.keep);
      case 'unfilter':
        return unfilter(state, event.column);
      case 'chart':
        return draw(world, state, event.chart);
      case 'unchart':
        return state.chart && { ...state, chart: null };
    }
  },
};
