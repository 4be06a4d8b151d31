/**
 * The distribution of a sum of independent scores, given the probabilities of each one's scores 0 to
 * m: the recursion of Lord & Wingersky (1984, Applied Psychological Measurement 8, 453-461), for
 * several steps as in Thissen, Pommerich, Billeaud & Williams (1995, same journal 19, 39-49).
 */
export function sumScores(probabilities: readonly Float64Array[]): Float64Array {
  return probabilities.reduce<Float64Array>(addScore, Float64Array.of(1));
}

function addScore(sums: Float64Array, ofScore: Float64Array): Float64Array {
  const next = new Float64Array(sums.length + ofScore.length - 1);
  for (let sum = 0; sum < sums.length; sum += 1) {
    const before = sums[sum] ?? 0;
    for (let score = 0; score < ofScore.length; score += 1) {
      next[sum + score] = (next[sum + score] ?? 0) + before * (ofScore[score] ?? 0);
    }
  }
  return next;
}
