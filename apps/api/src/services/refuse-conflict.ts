import { Conflict } from '@jalon/store';
import type { ProblemCode } from '@jalon/types';
import { Refusal } from './refusal.ts';

/** Waits for a write. Refuses with a code where what it changes is no more as it was. */
export async function refuseConflict(code: ProblemCode, write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (error instanceof Conflict) throw new Refusal(code, { cause: error });
    throw error;
  }
}
