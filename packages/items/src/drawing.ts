/** What a kind needs to turn a definition into an instance: the drawn values and the shuffles. */
export interface Drawing {
  /** A written text with the drawn values in it. */
  readonly text: (written: string | number) => string;
  /** A written number, or what its expression gives. */
  readonly number: (written: string | number) => number;
  /** What an expression gives: a number, a text, or yes or no. */
  readonly value: (expression: string) => unknown;
  readonly shuffle: <Element>(list: readonly Element[]) => Element[];
}
