/** How long a thing takes, in milliseconds: the fastest of so many runs, whatever else the machine does. */
export function fastest(run: () => unknown, runs = 30): number {
  let least = Infinity;
  for (let count = 0; count < runs; count += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
