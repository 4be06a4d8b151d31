import { mainAnchors, overseasAnchors, parisAnchors } from './department-anchors.ts';

/** A class of figures, from the lowest to the highest. */
export type Shade = (typeof shades)[number];

const shades = [0, 1, 2, 3, 4] as const;

/** What a map tells of a département. */
export interface DepartmentValue {
  /** Such as `69`, `2A` or `974`. One without an outline, such as `975`, is not drawn. */
  code: string;
  /** All that is told of it, such as `Rhône : 48 %`. */
  label: string;
  /** `null` where its figure is hidden. */
  shade: Shade | null;
  /** The page about it. */
  href?: `/inspection?${string}`;
}

/** A shape of the outlines' file. */
export interface Shape {
  /** Of its `path`. */
  id: string;
  code: string;
  /** Where its class is written; `null` where there is no room for it. */
  at: readonly [x: number, y: number] | null;
}

/** One of the pictures that the map is made of, in the units of its outlines. */
export interface Picture {
  width: number;
  height: number;
  shapes: Shape[];
}

const byCode = (a: Shape, b: Shape) => (a.code < b.code ? -1 : 1);

/** France métropolitaine. The five around Paris are too small here to be written on, or to be met. */
export const mainPicture: Picture = {
  width: 980,
  height: 936,
  shapes: [
    ...[...mainAnchors].map(([code, at]) => ({ id: `d${code}`, code, at })),
    ...[...parisAnchors.keys()].map((code) => ({ id: `d${code}`, code, at: null })),
  ].sort(byCode),
};

/** Paris and its neighbours, five times larger. */
export const parisPicture: Picture = {
  width: 350,
  height: 290,
  shapes: [...parisAnchors].map(([code, at]) => ({ id: `i${code}`, code, at })),
};

/** Each at a scale of its own. */
export const overseasPictures: (Picture & { code: string })[] = [...overseasAnchors].map(
  ([code, at]) => ({ code, width: 200, height: 200, shapes: [{ id: `d${code}`, code, at }] }),
);

/** The class of a figure, by the figures at which the classes after the first begin, ascending. */
export const shadeOf = (figure: number, begins: readonly [number, number, number, number]): Shade =>
  shades[begins.filter((begin) => figure >= begin).length] ?? 0;
