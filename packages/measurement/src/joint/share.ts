/**
 * Share of an estimate's precision (1 / sd²) that is not there without the other competences:
 *
 *     1 - precision(own responses, own prior) / precision(all responses, joint prior)
 *
 * 0 where the others add nothing. Also 0 where they contradict the own responses so much that the
 * estimate became less sure: nothing was borrowed then, though the estimate may have moved.
 */
export function precisionShare(sds: { apartSd: number; togetherSd: number }): number {
  const kept = (sds.togetherSd / sds.apartSd) ** 2;
  return Math.min(1, Math.max(0, 1 - kept));
}
