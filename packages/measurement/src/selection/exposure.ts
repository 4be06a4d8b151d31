/**
 * The progressive method (Revuelta & Ponsoda 1998, Journal of Educational Measurement 35, 311-327):
 * `(1 - s)·R + s·I`, R being uniform between 0 and the largest information, `draw` in [0, 1). Here
 * s = position / maxItems: it starts above 0, so that even the first item is not drawn blindly, and
 * ends at 1.
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
