import { describe, expect, it } from 'vitest';
import { boundedBy, boundsOf } from './bounds.ts';
import { indexTable } from './indexed-table.ts';

const anything = { least: 0, most: Number.POSITIVE_INFINITY };

describe('bounds by one sum after the other', () => {
  const table = indexTable({
    counts: new Map(Object.entries({ a: 3, b: 12, c: 9, d: 20, ab: 15, cd: 29, all: 44 })),
    sums: [
      { total: 'ab', parts: ['a', 'b'] },
      { total: 'cd', parts: ['c', 'd'] },
      { total: 'all', parts: ['ab', 'cd'] },
    ],
  });
  const cellOf = (key: string) => table.keys.indexOf(key);
  const knowing = (known: Record<string, number>) => (cell: number) => {
    const count = known[table.keys[cell] ?? ''];
    return count === undefined ? anything : { least: count - 2, most: count + 2 };
  };
  const bounds = (known: Record<string, number>) =>
    boundsOf(table, knowing(known)).map(({ least, most }) => ({ least, most }));

  it('come from the total less the others, through totals that are hidden', () => {
    const [a, , , , ab, cd] = bounds({ b: 12, d: 20, c: 9, all: 44 });
    expect(cd).toEqual({ least: 25, most: 33 });
    expect(ab).toEqual({ least: 10, most: 21 });
    expect(a).toEqual({ least: 0, most: 11 });
  });

  it('stay open where two hidden parts may take from each other, but for their total', () => {
    const [a, b, c, d] = bounds({ ab: 15 });
    expect([a, b]).toEqual([
      { least: 0, most: 17 },
      { least: 0, most: 17 },
    ]);
    expect([c, d]).toEqual([anything, anything]);
  });

  it('tell by which published cells a hidden one is bounded, through hidden totals too', () => {
    const known = { b: 12, c: 9, d: 20, all: 44 };
    const isHidden = (cell: number) => !((table.keys[cell] ?? '') in known);
    const by = boundedBy(cellOf('a'), boundsOf(table, knowing(known)), isHidden);
    expect(by).toContain(cellOf('b'));
    const alone = { all: 44, cd: 29 };
    const isLeft = (cell: number) => !((table.keys[cell] ?? '') in alone);
    expect(boundedBy(cellOf('a'), boundsOf(table, knowing(alone)), isLeft)).toContain(
      cellOf('all'),
    );
  });
});
