import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkItem, describeResponse, instantiate, keyResponse, score } from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import { type Condition, holds } from './conditions.ts';
import { type Event, type World, world as worldSchema } from './contract.ts';
import { machine, shownAt, type State } from './machine.ts';

const world: World = worldSchema.parse({
  title: 'Sortie',
  rows: [
    ['Nom', 'Classe', 'Points', 'Double'],
    ['Zoé', 'A', 12, '=C2*2'],
    ['Ali', 'B', 7.5, '=C3*2'],
    ['Max', 'A', 30, ''],
    ['Total', '', '', ''],
  ],
  data: { from: 2, to: 4 },
  charts: true,
});

const after = (...log: Event[]): State => {
  const walk = replay(machine, world, log);
  const state = 'states' in walk ? walk.states.at(-1) : undefined;
  if (!state) throw new Error(`refused: ${JSON.stringify(walk)}`);
  return state;
};
const isRefused = (...log: Event[]) => 'impossible' in replay(machine, world, log);
const is = (condition: Condition, ...log: Event[]) => holds(world, after(...log), condition);
const columnShown = ({ cells }: State, column: string) =>
  [2, 3, 4].map((row) => shownAt(cells, column + String(row)));

describe('a spreadsheet', () => {
  it('calculates what is typed, in French or in English', () => {
    const state = after({ do: 'type', cell: 'C5', text: '=SUM(C2:C4)' });
    expect(shownAt(state.cells, 'C5')).toBe('49,5');
    expect(shownAt(state.cells, 'C2')).toBe('12');
  });

  it('copies a formula along, down or across, and nowhere else', () => {
    const down = after({ do: 'fill', from: 'D2', to: 'D4' });
    expect(down.cells['D4']).toBe('=C4*2');
    expect(isRefused({ do: 'fill', from: 'D3', to: 'D2' })).toBe(true);
    expect(isRefused({ do: 'fill', from: 'D2', to: 'C4' })).toBe(true);
    expect(isRefused({ do: 'fill', from: 'D4', to: 'D5' })).toBe(true);
  });

  it('sorts whole rows, whose formulas go on with their own row; the rest stays', () => {
    const state = after({ do: 'sort', column: 'C', order: 'up' });
    expect(columnShown(state, 'A')).toEqual(['Ali', 'Zoé', 'Max']);
    expect(columnShown(state, 'D')).toEqual(['15', '24', '']);
    expect(state.cells['A5']).toBe('Total');
    expect(columnShown(after({ do: 'sort', column: 'D', order: 'down' }), 'A')).toEqual([
      'Zoé',
      'Ali',
      'Max',
    ]);
  });

  it('hides what a filter leaves out: nothing can be typed there', () => {
    const filter: Event = { do: 'filter', column: 'B', keep: ['A'] };
    expect(is({ is: 'seen', column: 'A', texts: ['Zoé', 'Max'] }, filter)).toBe(true);
    expect(is({ is: 'seen', column: 'A', texts: ['Zoé'] }, filter)).toBe(false);
    expect(is({ is: 'kept', column: 'B', texts: ['A'] }, filter)).toBe(true);
    expect(is({ is: 'kept', column: 'B', texts: ['A', 'B'] }, filter)).toBe(false);
    expect(isRefused(filter, { do: 'type', cell: 'C3', text: '1' })).toBe(true);
    expect(isRefused(filter, { do: 'type', cell: 'C5', text: '1' })).toBe(false);
    const all: Event = { do: 'unfilter', column: 'B' };
    expect(isRefused(filter, all, { do: 'type', cell: 'C3', text: '1' })).toBe(false);
    expect(isRefused(all)).toBe(true);
    expect(isRefused({ do: 'filter', column: 'B', keep: ['C'] })).toBe(true);
  });

  it('refuses cells and columns that are not there, and what changes nothing', () => {
    expect(isRefused({ do: 'type', cell: 'E1', text: 'x' })).toBe(true);
    expect(isRefused({ do: 'type', cell: 'A6', text: 'x' })).toBe(true);
    expect(isRefused({ do: 'type', cell: 'A2', text: 'Zoé' })).toBe(true);
    expect(isRefused({ do: 'sort', column: 'E', order: 'up' })).toBe(true);
    expect(isRefused({ do: 'unchart' })).toBe(true);
    const chart = { type: 'line', labels: 'A', values: 'A' } as const;
    expect(isRefused({ do: 'chart', chart })).toBe(true);
  });

  it('knows a formula by what it gives', () => {
    const like: Condition = { is: 'formula', cell: 'D2', like: '=C2*2', through: 'D4' };
    expect(is(like)).toBe(false);
    expect(is(like, { do: 'fill', from: 'D2', to: 'D4' })).toBe(true);
    expect(is(like, { do: 'type', cell: 'D4', text: '=2*C4' })).toBe(true);
    expect(is(like, { do: 'type', cell: 'D4', text: '=C4+30' })).toBe(false);
    expect(is(like, { do: 'type', cell: 'D4', text: '60' })).toBe(false);
    const calls: Condition = { is: 'calls', cell: 'C5', function: 'SOMME' };
    expect(is(calls, { do: 'type', cell: 'C5', text: '=sum(C2:C4)' })).toBe(true);
    expect(is(calls, { do: 'type', cell: 'C5', text: '=C2+C3+C4' })).toBe(false);
  });

  it('knows what is shown, rows that are whole, the order, and the chart', () => {
    const total: Event = { do: 'type', cell: 'C5', text: '49.5' };
    expect(is({ is: 'shows', cell: 'C5', value: 49.5 }, total)).toBe(true);
    expect(is({ is: 'row', shows: { A: 'Ali', C: 7.5 } })).toBe(true);
    expect(is({ is: 'row', shows: { A: 'Ali', C: 12 } })).toBe(false);
    const sort: Event = { do: 'sort', column: 'A', order: 'up' };
    expect(is({ is: 'sorted', column: 'A', order: 'up' }, sort)).toBe(true);
    expect(is({ is: 'whole', columns: ['A', 'C'] }, sort)).toBe(true);
    const spoilt: Event = { do: 'type', cell: 'A2', text: 'Max' };
    expect(is({ is: 'whole', columns: ['A', 'C'] }, sort, spoilt)).toBe(false);
    const chart = { type: 'line', labels: 'A', values: 'C' } as const;
    const drawn: Condition = { is: 'chart', types: ['line', 'columns'], labels: 'A', values: 'C' };
    expect(is(drawn)).toBe(false);
    expect(is(drawn, { do: 'chart', chart })).toBe(true);
    expect(is(drawn, { do: 'chart', chart: { ...chart, type: 'pie' } })).toBe(false);
    expect(is(drawn, { do: 'chart', chart }, { do: 'unchart' })).toBe(false);
  });

  it('takes any event in any state, and keeps every row through any sorting', () => {
    const name = fc
      .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 7 }))
      .map(([column, row]) => column + String(row));
    const column = fc.constantFrom('A', 'B', 'C', 'D', 'Z');
    const text = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('=C2', '=1/0', '12,5', '=SOMME(A1:D5)', ''),
    );
    const any: fc.Arbitrary<Event> = fc.oneof(
      fc.record({ do: fc.constant('type' as const), cell: name, text }),
      fc.record({ do: fc.constant('fill' as const), from: name, to: name }),
      fc.record({
        do: fc.constant('sort' as const),
        column,
        order: fc.constantFrom('up' as const, 'down' as const),
      }),
      fc.record({
        do: fc.constant('filter' as const),
        column,
        keep: fc.array(fc.constantFrom('A', 'B', '', 'Zoé'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ do: fc.constant('unfilter' as const), column }),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (events) => {
        let state = machine.start(world);
        for (const event of events) {
          const before = structuredClone(state);
          const next = machine.step(world, state, event);
          expect(state).toEqual(before);
          if (event.do === 'sort' && next) {
            // A formula that moves names other cells.
            const rows = ({ cells }: State) =>
              [2, 3, 4].map((row) => (cells[`B${String(row)}`] ?? '').replace(/^=.*/, '='));
            expect(rows(next).toSorted()).toEqual(rows(state).toSorted());
          }
          state = next ?? state;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('scores its example step by step, and tells what was done', () => {
    const instance = instantiate(item('spreadsheet'), 'a');
    expect(checkItem(item('spreadsheet'), { seeds: 3 })).toEqual([]);
    expect(score(instance, keyResponse(instance))).toMatchObject({ points: 2, possible: 2 });
    const typed = { do: 'type' as const, cell: 'D2', text: '=B2*C2' };
    expect(score(instance, { kind: 'spreadsheet', log: [typed] })).toMatchObject({ points: 0 });
    expect(describeResponse(instance, { kind: 'spreadsheet', log: [typed] })).toContain(
      'écrit «\u00a0=B2*C2\u00a0» en D2',
    );
  });

  it('is gone through and scored in a few milliseconds after 500 events', () => {
    const instance = instantiate(item('spreadsheet'), 'a');
    const log = Array.from({ length: 500 }, (_, at): Event => {
      const cell = `D${String((at % 3) + 2)}`;
      if (at % 100 === 50)
        return { do: 'sort', column: 'B', order: at % 200 === 50 ? 'up' : 'down' };
      return { do: 'type', cell, text: `=B2*${String(at)}` };
    });
    expect(score(instance, { kind: 'spreadsheet', log })).toMatchObject({ possible: 2 });
    expect(fastest(() => score(instance, { kind: 'spreadsheet', log }))).toBeLessThan(5);
  });
});
