/** A sum of squares at a point, its half gradient and its Gauss-Newton curvature. */
export interface SquaresAt {
  readonly sum: number;
  readonly gradient: readonly [number, number];
  /** The entries (1,1), (1,2) and (2,2). */
  readonly curvature: readonly [number, number, number];
}

type Point = readonly [number, number];

/**
 * The point that makes a sum of squares of two unknowns smallest, near a start: damped Gauss-Newton
 * steps (Levenberg 1944; Marquardt 1963), each kept only if it lowers the sum, so that the result is
 * never worse than the start and always finite where the start is.
 */
export function minimiseSquares(start: Point, evaluate: (point: Point) => SquaresAt): Point {
  let point = start;
  let here = evaluate(point);
  let damping = 1e-3;
  for (let iteration = 0; iteration < 200 && damping < 1e12; iteration += 1) {
    const step = dampedStep(here, damping);
    if (step === undefined) break;
    const next: Point = [point[0] + step[0], point[1] + step[1]];
    const there = evaluate(next);
    if (there.sum <= here.sum) {
      const settled = Math.hypot(...step) <= 1e-13 * (1 + Math.hypot(...point));
      point = next;
      here = there;
      damping = Math.max(1e-15, damping / 10);
      if (settled) break;
    } else damping *= 10;
  }
  return point;
}

function dampedStep({ gradient, curvature }: SquaresAt, damping: number): Point | undefined {
  const [first, cross, second] = curvature;
  const floor = 1e-300;
  const a = first * (1 + damping) + floor;
  const c = second * (1 + damping) + floor;
  const determinant = a * c - cross * cross;
  if (!(determinant > 0)) return undefined;
  const step: Point = [
    -(c * gradient[0] - cross * gradient[1]) / determinant,
    -(a * gradient[1] - cross * gradient[0]) / determinant,
  ];
  return step.every(Number.isFinite) ? step : undefined;
}
