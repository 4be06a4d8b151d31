/** Weights on the points `first`, `first + stride`, ... of a grid; not negative, they sum to 1. */
export interface GridWeights {
  readonly first: number;
  readonly stride: number;
  readonly weights: Float64Array;
}
