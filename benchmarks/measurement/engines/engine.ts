import type { BenchItem } from '../bank.ts';

/** One pupil's adaptive test, as an engine conducts it. */
export interface EngineSitting {
  /** The item to give, which then counts as given; null where the engine would ask no more. */
  next(): BenchItem | null;
  /** Takes the answer to the item that was given last. */
  answer(item: BenchItem, isRight: boolean): void;
  /** The ability it has come to, in logits. */
  ability(): number;
  /** The level, 1 to n, that it reports between these cuts. */
  level(cuts: readonly number[]): number;
}

/** A way to choose items and to estimate from them; `pupil` seeds what it leaves to chance. */
export interface Engine {
  readonly name: string;
  sit(pupil: number): EngineSitting;
}
