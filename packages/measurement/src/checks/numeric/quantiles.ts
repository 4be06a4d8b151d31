/** The middle of some values; between two, their mean. */
export function median(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** From the lower to the upper quartile. */
export function interquartileRange(values: readonly number[]): number {
  return quantileOf(values, 0.75) - quantileOf(values, 0.25);
}

/** Linear between order statistics (type 7 of Hyndman & Fan 1996, The American Statistician 50). */
function quantileOf(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (place - Math.floor(place)) * (above - below);
}
