/** What a calibration could not settle, in a form for programs. */
export type CalibrationProblemCode =
  /** All answers to the item have one score: it tells nothing here; its difficulty is a bound. */
  | 'one-score'
  /** A score of the item was never given; half an answer stands for it. */
  | 'unused-score'
  /** Abler persons score less: mostly a wrong key. */
  | 'negative-discrimination'
  /** The item does not tell the able from the others: its difficulty is far off and means nothing. */
  | 'no-discrimination'
  /** The discrimination grew without bound and was kept at the largest one. */
  | 'unbounded-discrimination'
  /** The answers do not determine the parameters: no standard errors. */
  | 'not-identified'
  /** The maximum was not reached. */
  | 'not-converged';

export interface CalibrationProblem {
  readonly code: CalibrationProblemCode;
  /** The item's place among the items; absent where it is about all of them. */
  readonly item?: number;
  /** A sentence for a person, which names no item. */
  readonly message: string;
}
