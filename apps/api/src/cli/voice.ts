/** Where a command says its answer, and whatever else there is to say. */
export type Voice = Pick<Console, 'log' | 'error'>;
