/**
 * How little is left to chance at a place of a sitting, above 0 for the first item, so that even that
 * is not drawn blindly, and 1 for the last: `1 - (1 - position / maxItems)²`. A straight line
 * (Revuelta & Ponsoda 1998) gives chance as much say in the middle as information; a faster rise
 * (Barrada, Olea, Ponsoda & Abad 2008, British Journal of Mathematical and Statistical Psychology 61,
 * 493-513) is nearly as exact as information alone with half the overlap between sittings:
 * `docs/measurement.md` shows both.
 */
export const certaintyAt = (position: number, maxItems: number): number =>
  1 - (1 - Math.min(1, position / maxItems)) ** 2;

/**
 * The progressive method (Revuelta & Ponsoda 1998, Journal of Educational Measurement 35, 311-327):
 * `(1 - s)·R + s·I`, R being uniform between 0 and the largest information, `draw` in [0, 1), s the
 * `certainty` of `certaintyAt`.
 */
export function progressive(
  information: number,
  largest: number,
  draw: number,
  certainty: number,
): number {
  return (1 - certainty) * draw * largest + certainty * information;
}

/**
 * What an item given more often than the mean of the candidates is worth: √(mean rate / rate), else
 * 1. No target to set, and it works for a bank of 16 as for one of 500.
 */
export function spared(rate: number, meanRate: number): number {
  return rate > meanRate ? Math.sqrt(meanRate / rate) : 1;
}
