import type { AttemptResult } from '@jalon/types';

/** An estimate at some point of a sitting. */
export interface Estimate {
  ability: number;
  standardError: number;
}

/** A picture of the path of an estimate, in the units of its view box. */
export interface AbilityPath {
  width: number;
  height: number;
  /** The estimates, and the 80% band about them, as points of a line and of a shape. */
  line: string;
  band: string;
  dots: { x: number; y: number }[];
  /** Where each level begins, within the picture. */
  levels: { level: number; y: number }[];
}

/** Standard errors to each side of an estimate between which 80% of a normal distribution lie. */
export const BAND = 1.2816;

const WIDTH = 640;
const HEIGHT = 240;
const MARGIN = 12;

/** The estimates of a sitting: before the first response, then after each. */
export const estimatesOf = ({ before, responses }: AttemptResult): Estimate[] => [
  { ability: before.ability, standardError: before.standardError },
  ...responses,
];

/** Draws a path: time goes to the right, ability up; everything lies within the picture. */
export function abilityPath(estimates: readonly Estimate[], cuts: readonly number[]): AbilityPath {
  const lower = estimates.map(({ ability, standardError }) => ability - BAND * standardError);
  const upper = estimates.map(({ ability, standardError }) => ability + BAND * standardError);
  const lowest = Math.min(...lower);
  const highest = Math.max(...upper);
  const x = (index: number) =>
    round(MARGIN + (index * (WIDTH - 2 * MARGIN)) / Math.max(1, estimates.length - 1));
  const y = (ability: number) =>
    round(HEIGHT - MARGIN - ((ability - lowest) * (HEIGHT - 2 * MARGIN)) / (highest - lowest));
  const point = (ability: number, index: number) => `${String(x(index))},${String(y(ability))}`;
  const back = lower.map(point).toReversed();
  return {
    width: WIDTH,
    height: HEIGHT,
    line: estimates.map(({ ability }, index) => point(ability, index)).join(' '),
    band: [...upper.map(point), ...back].join(' '),
    dots: estimates.map(({ ability }, index) => ({ x: x(index), y: y(ability) })),
    levels: cuts
      .map((cut, index) => ({ level: index + 2, cut }))
      .filter(({ cut }) => cut > lowest && cut < highest)
      .map(({ level, cut }) => ({ level, y: y(cut) })),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
