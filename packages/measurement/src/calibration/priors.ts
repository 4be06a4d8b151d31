import type { ItemLikelihood } from './item-likelihood.ts';

/** What is believed of items before any answer; where a part is absent, nothing is. */
export interface ItemPriors {
  /** ln a is normal: keeps discriminations positive and finite (Mislevy 1986). */
  readonly logDiscrimination?: { readonly mean: number; readonly sd: number };
  /** Each step's difficulty is normal, in logits. */
  readonly difficulty?: { readonly mean: number; readonly sd: number };
}

/**
 * The log density of the priors (constants left out) in (a, c_1 … c_m), where b_k = (c_{k-1} - c_k)/a.
 * Minus infinity where a prior forbids a slope.
 */
export function priorLikelihood(
  priors: ItemPriors,
  slope: number,
  intercepts: Float64Array,
): ItemLikelihood {
  const size = intercepts.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  let value = 0;
  const add = (target: Float64Array, at: number, term: number) => {
    target[at] = (target[at] ?? 0) + term;
  };
  const { logDiscrimination, difficulty } = priors;
  if (logDiscrimination) {
    if (!(slope > 0)) return { value: -Infinity, gradient, information };
    const precision = 1 / logDiscrimination.sd ** 2;
    const deviation = (Math.log(slope) - logDiscrimination.mean) * precision;
    value -= (deviation * deviation) / precision / 2 + Math.log(slope);
    add(gradient, 0, -(deviation + 1) / slope);
    add(information, 0, (precision - deviation - 1) / slope ** 2);
  }
  if (difficulty) {
    const precision = 1 / difficulty.sd ** 2;
    for (let k = 1; k < size; k += 1) {
      const step = ((intercepts[k - 1] ?? 0) - (intercepts[k] ?? 0)) / slope;
      const deviation = (step - difficulty.mean) * precision;
      value -= (deviation * deviation) / precision / 2;
      const moves = [
        { at: 0, first: -step / slope },
        { at: k, first: -1 / slope },
        ...(k > 1 ? [{ at: k - 1, first: 1 / slope }] : []),
      ];
      for (const one of moves) {
        add(gradient, one.at, -deviation * one.first);
        for (const other of moves) {
          const second = secondMove(one.at, other.at, k, step, slope);
          const term = precision * one.first * other.first + deviation * second;
          add(information, one.at * size + other.at, term);
        }
      }
    }
  }
  return { value, gradient, information };
}

/** ∂²b_k over two of (a, c_{k-1}, c_k): b is linear in the intercepts. */
function secondMove(one: number, other: number, k: number, step: number, slope: number): number {
  if (one === 0 && other === 0) return (2 * step) / slope ** 2;
  if (one !== 0 && other !== 0) return 0;
  return (Math.max(one, other) === k ? 1 : -1) / slope ** 2;
}
