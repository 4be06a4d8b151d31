import type { BenchItem } from './bank.ts';
import { itemsToReach, type Placing, theoreticalExact, theoreticalItems } from './placing.ts';

/** Ours after a test of so many items. */
export interface OurPlacing {
  readonly items: number;
  readonly placing: Placing;
}

/** Another engine after 1, 2 … items. */
export interface OtherPlacings {
  readonly name: string;
  readonly series: readonly Placing[];
}

const NAME_WIDTH = 38;
const COLUMN_WIDTH = 12;

/** Error and shares of each engine after as many items as ours. */
export function comparisonText(
  ours: readonly OurPlacing[],
  others: readonly OtherPlacings[],
): string {
  const header = [
    'items',
    'RMSE',
    'exact of 5',
    'within 1',
    'exact of 8',
    'within 1',
    'most given',
    'in common',
  ];
  return [
    row('engine', header),
    ...ours.flatMap(({ items, placing }) => [
      placingRow('ours', items, placing),
      ...others.flatMap(({ name, series }) => {
        const there = series[items - 1];
        return there ? [placingRow(name, items, there)] : [];
      }),
    ]),
  ].join('\n');
}

function placingRow(name: string, items: number, placing: Placing): string {
  const { rmse, byCuts, maxExposure, overlap } = placing;
  const shares = byCuts.flatMap(({ exact, withinOne }) => [percent(exact), percent(withinOne)]);
  const use = [percent(maxExposure), overlap === null ? '' : percent(overlap)];
  return row(name, [String(items), rmse.toFixed(3), ...shares, ...use]);
}

/** How many items others need to do as well as ours. */
export function neededText(ours: readonly OurPlacing[], others: readonly OtherPlacings[]): string {
  return [
    row(
      'items needed for',
      ours.flatMap(({ items }) => [`RMSE @${items}`, `±1/8 @${items}`]),
    ),
    ...others.map(({ name, series }) =>
      row(
        name,
        ours.flatMap(({ placing }) => [
          needed(series, placing, ({ rmse }) => rmse),
          needed(series, placing, ({ byCuts }) => 1 - (byCuts.at(-1)?.withinOne ?? Number.NaN)),
        ]),
      ),
    ),
  ].join('\n');
}

function needed(
  series: readonly Placing[],
  target: Placing,
  falling: (placing: Placing) => number,
): string {
  const items = itemsToReach(series.map(falling), falling(target));
  return items === null ? `> ${series.length}` : items.toFixed(1);
}

/** What the formula says of items as sharp as the bank's, beside what ours does with 8 levels. */
export function theoryText(bank: readonly BenchItem[], ours: readonly OurPlacing[]): string {
  const squares = bank.reduce((sum, { discrimination }) => sum + discrimination ** 2, 0);
  const slope = Math.sqrt(squares / bank.length);
  return [
    `theory: n = 2.55 / ((1 - exact)·a)², a = ${slope.toFixed(2)} per level; no prior, no outer level`,
    row('', ['items', 'by theory', 'measured', 'n for that']),
    ...ours.map(({ items, placing }) => {
      const exact = placing.byCuts.at(-1)?.exact ?? Number.NaN;
      const cells = [String(items), percent(theoreticalExact(items, slope)), percent(exact)];
      return row('exact of 8', [...cells, theoreticalItems(exact, slope).toFixed(1)]);
    }),
    row('', ['exact', 'items']),
    ...[0.7, 0.8, 0.9].map((exact) =>
      row('needed by theory', [percent(exact), theoreticalItems(exact, slope).toFixed(0)]),
    ),
  ].join('\n');
}

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('');

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
