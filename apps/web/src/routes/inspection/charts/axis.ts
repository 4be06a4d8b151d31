/** What an axis runs over, in the unit of its figures; `to` is more than `from`. */
export interface Axis {
  from: number;
  to: number;
}

/** A part of an axis that is one level, in percent of the axis. */
export interface AxisBand {
  label: string;
  from: number;
  to: number;
}

/** Of an axis, left free beyond what it must show, at each end. */
const MARGIN = 0.06;
/** An axis that shows one value alone is this wide: a logit. */
const NARROWEST = 1;

const widened = (from: number, to: number): Axis => {
  const lacking = Math.max(0, NARROWEST - (to - from)) / 2;
  const margin = (to - from + 2 * lacking) * MARGIN;
  return { from: from - lacking - margin, to: to + lacking + margin };
};

/**
 * An axis over some figures and the nearest cut point on either side of them, so that one sees in
 * which level they are; over the cut points where there is no figure.
 */
export function axisAround(figures: readonly number[], cuts: readonly number[]): Axis {
  const shown = figures.length > 0 ? figures : cuts.length > 0 ? cuts : [0];
  const least = Math.min(...shown);
  const most = Math.max(...shown);
  const below = Math.max(...cuts.filter((cut) => cut <= least));
  const above = Math.min(...cuts.filter((cut) => cut >= most));
  return widened(Number.isFinite(below) ? below : least, Number.isFinite(above) ? above : most);
}

/** An axis over some figures that has zero in its middle. */
export function axisAroundZero(figures: readonly number[]): Axis {
  const furthest = Math.max(0, ...figures.map(Math.abs));
  return widened(-furthest, furthest);
}

/** Where a figure stands on an axis, in percent of it; at its end where it is beyond. */
export const placeOn = ({ from, to }: Axis, figure: number): number =>
  Math.min(100, Math.max(0, ((figure - from) / (to - from)) * 100));

/** The levels that an axis shows some of, lowest first: one more than there are cut points. */
export function bandsOn(
  axis: Axis,
  cuts: readonly number[],
  labels: readonly string[],
): AxisBand[] {
  const edges = [0, ...cuts.map((cut) => placeOn(axis, cut)), 100];
  return labels
    .map((label, index) => ({ label, from: edges[index] ?? 100, to: edges[index + 1] ?? 100 }))
    .filter(({ from, to }) => to > from);
}

/** The cut points that an axis shows, in percent of it. */
export const cutsOn = (axis: Axis, cuts: readonly number[]): number[] =>
  cuts.filter((cut) => cut > axis.from && cut < axis.to).map((cut) => placeOn(axis, cut));

/** Steps of round numbers: 1, 2 or 5 times a power of ten. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= atLeast) ?? atLeast;
}

/** At most six round figures on an axis, zero among them where the axis has it. */
export function ticksOn({ from, to }: Axis): number[] {
  const step = roundStep((to - from) / 5);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
