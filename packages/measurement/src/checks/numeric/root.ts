/**
 * Where a function crosses zero between two points at which its signs differ (or is zero), by false
 * position with halving (the Illinois method; Dowell & Jarratt 1971, BIT 11, 168-174), which never
 * leaves the interval. Where the signs do not differ, the end at which the function is nearer to 0.
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number): number {
  let [a, b] = [lower, upper];
  let [atA, atB] = [f(a), f(b)];
  if (atA === 0 || atB === 0 || atA > 0 === atB > 0) {
    return Math.abs(atA) <= Math.abs(atB) ? a : b;
  }
  for (let iteration = 0; iteration < 100 && Math.abs(b - a) > 1e-12; iteration += 1) {
    const x = (a * atB - b * atA) / (atB - atA);
    const atX = f(x);
    if (atX === 0) return x;
    if (atX > 0 === atB > 0) atA /= 2;
    else [a, atA] = [b, atB];
    if (Math.abs(x - b) <= 1e-12) return x;
    [b, atB] = [x, atX];
  }
  return b;
}
