import type { AbilityGrid } from '../core/grid.ts';
import { compileItem, type CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import type { GridWeights } from './grid-weights.ts';

/** The curves of many items, point by point: what selection among hundreds of items reads. */
export interface CurveMatrix {
  readonly grid: AbilityGrid;
  /** For each point of the grid, the information of every item of the bank. */
  readonly information: readonly Float64Array[];
  /** The same of the expected share of the points. */
  readonly expectedShare: readonly Float64Array[];
  readonly items: number;
  /** Room for the means of each curve, written anew each time. */
  readonly room: { readonly [curve in 'information' | 'expectedShare']: Float64Array };
}

/** A compiled item that knows its row in its bank's matrix. */
export interface BankedItem extends CompiledItem {
  readonly bank: CurveMatrix;
  readonly row: number;
}

/**
 * Compiles items together, in their order. `selectItem` is given them as any other compiled items
 * and reads the matrix where all its candidates are of one bank: for hundreds of items some times
 * faster, with the same choice. Takes 16 bytes for each item and point on top of the curves.
 *
 * Throws `invalid-argument` for parameters that make no item.
 */
export function compileBank(items: readonly ItemParameters[], grid: AbilityGrid): BankedItem[] {
  const compiled = items.map((item) => compileItem(item, grid));
  const across = (curve: 'information' | 'expectedShare') =>
    Array.from(grid.points, (_, i) => Float64Array.from(compiled, (item) => item[curve][i] ?? 0));
  const bank: CurveMatrix = {
    grid,
    information: across('information'),
    expectedShare: across('expectedShare'),
    items: compiled.length,
    room: {
      information: new Float64Array(compiled.length),
      expectedShare: new Float64Array(compiled.length),
    },
  };
  return compiled.map((item, row) => ({ ...item, bank, row }));
}

/** The weighted mean of one curve of every item, by row: in the bank's room, until the next call. */
export function bankValues(
  bank: CurveMatrix,
  curve: 'information' | 'expectedShare',
  { first, stride, weights }: GridWeights,
): Float64Array {
  const { items } = bank;
  const values = bank.room[curve];
  const atPoint = bank[curve];
  values.fill(0);
  // Four points at a time: each value is read and written once for four products.
  for (let j = 0; j < weights.length; j += 4) {
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weights.subarray(j, j + 4);
    const i = first + j * stride;
    const none = atPoint[i];
    const p0 = atPoint[i];
    const p1 = w1 === 0 ? none : atPoint[i + stride];
    const p2 = w2 === 0 ? none : atPoint[i + 2 * stride];
    const p3 = w3 === 0 ? none : atPoint[i + 3 * stride];
    if (!p0 || !p1 || !p2 || !p3) continue;
    for (let row = 0; row < items; row += 1) {
      values[row] =
        (values[row] ?? 0) +
        w0 * (p0[row] ?? 0) +
        w1 * (p1[row] ?? 0) +
        w2 * (p2[row] ?? 0) +
        w3 * (p3[row] ?? 0);
    }
  }
  return values;
}

/** Whether an item was compiled together with others. */
export const isBanked = (item: ItemParameters | CompiledItem): item is BankedItem =>
  'bank' in item && 'row' in item;
