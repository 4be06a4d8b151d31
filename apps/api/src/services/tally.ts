/** What happens that no answer shows; counted for those who operate the service. */
export interface Tally {
  /** Answers that were kept before, came again, and were acknowledged again. */
  answersRepeated: number;
}

/** A tally of nothing yet. */
export const createTally = (): Tally => ({ answersRepeated: 0 });
