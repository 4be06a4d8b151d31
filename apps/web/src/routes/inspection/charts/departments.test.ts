import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  mainPicture,
  overseasPictures,
  parisPicture,
  type Picture,
  shadeOf,
} from './departments.ts';

const file = readFileSync(new URL('departments-outline.svg', import.meta.url), 'utf8');
const outlines = new Map(
  [...file.matchAll(/<path id="(\w+)" d="([^"]+)"\/>/g)].map(([, id = '', path = '']) => [
    id,
    path,
  ]),
);
const pictures: Picture[] = [mainPicture, parisPicture, ...overseasPictures];

/** The corners of each closed part of an outline: whole moves and lines, each from the last. */
function partsOf(path: string): [number, number][][] {
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      expect(part).toMatch(/^[Mm]-?\d+[ -]\d+l[-\d ]+$/);
      const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
      const corners: [number, number][] = [];
      for (let at = 0; at < numbers.length; at += 2) {
        x += numbers[at] ?? 0;
        y += numbers[at + 1] ?? 0;
        corners.push([x, y]);
      }
      [x, y] = corners[0] ?? [0, 0];
      return corners;
    });
}

/** Whether a point is inside a closed line: it crosses an odd number of edges on its way out. */
const isInside = ([x, y]: readonly [number, number], corners: [number, number][]): boolean =>
  corners.filter(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [0, 0];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  }).length %
    2 ===
  1;

describe('the map of départements', () => {
  it('has an outline for each shape, and none that is not drawn', () => {
    const ids = pictures.flatMap(({ shapes }) => shapes.map(({ id }) => id));
    expect([...ids].sort()).toEqual([...outlines.keys()].sort());
  });

  it('draws 96 départements here and 5 overseas, each with one place for its class', () => {
    const written = pictures.flatMap(({ shapes }) =>
      shapes.flatMap(({ code, at }) => (at === null ? [] : [code])),
    );
    expect(written).toHaveLength(101);
    expect(new Set(written).size).toBe(101);
    expect(written).toEqual(expect.arrayContaining(['01', '2A', '2B', '75', '95', '974', '976']));
    expect(mainPicture.shapes).toHaveLength(96);
  });

  it('keeps each outline within its picture, and each class within its outline', () => {
    for (const { width, height, shapes } of pictures) {
      for (const { id, at } of shapes) {
        const parts = partsOf(outlines.get(id) ?? '');
        for (const [x, y] of parts.flat()) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height, id).toBe(true);
        }
        if (at)
          expect(
            parts.some((corners) => isInside(at, corners)),
            id,
          ).toBe(true);
      }
    }
  });

  it('is light: under 30 KB, and 12 KB as it is sent', () => {
    expect(file.length).toBeLessThan(30_000);
    expect(gzipSync(file).length).toBeLessThan(12_000);
  });

  it('names its sources and licence', () => {
    expect(file).toContain('CC BY 4.0');
    expect(file).toContain('Natural Earth');
  });
});

describe('shadeOf', () => {
  it('begins each class at its bound', () => {
    const begins = [0.2, 0.4, 0.6, 0.8] as const;
    expect([0, 0.199, 0.2, 0.59, 0.6, 0.8, 1].map((figure) => shadeOf(figure, begins))).toEqual([
      0, 0, 1, 2, 3, 4, 4,
    ]);
  });
});
