/**
 * One change, ready to be applied. `mustChange` is the number of rows it has to touch: another
 * number means that the batch lost a race, and the whole of it is undone.
 */
export interface Statement {
  run(): { changes: number };
  mustChange?: number;
}

/** Statements applied together or not at all. */
export type Batch = readonly Statement[];
