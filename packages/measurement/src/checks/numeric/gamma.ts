import { MeasurementError } from '../../core/errors.ts';

/** ln Γ(x) for x > 0, to about 1e-14 (Lanczos 1964, SIAM J. Numer. Anal. B 1, 86-96; g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = LANCZOS.reduce(
    (total, coefficient, i) => total + (i === 0 ? coefficient : coefficient / (shifted + i)),
    0,
  );
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularised upper incomplete gamma function Q(shape, x) = Γ(shape, x) / Γ(shape): the
 * probability that a gamma variable of that shape and scale 1 exceeds x. Power series below
 * shape + 1, continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31; the fraction by
 * the method of Lentz 1976). Throws `invalid-argument` unless shape > 0 and x is a number.
 */
export function upperGamma(shape: number, x: number): number {
  if (!(shape > 0 && shape < Infinity && !Number.isNaN(x))) {
    throw new MeasurementError(
      'invalid-argument',
      `An incomplete gamma function needs shape > 0 and a number x; got ${shape} and ${x}.`,
    );
  }
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1
    ? Math.max(0, 1 - scale * lowerSeries(shape, x))
    : Math.min(1, scale * upperFraction(shape, x));
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

const MOST_TERMS = 100_000;

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}
