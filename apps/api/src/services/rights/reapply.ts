import { removePupil, type RightsContext } from './erase.ts';
import { removeNameAgain } from './erase-staff.ts';

const ROWS_A_BATCH = 200;

/** What was found when the erasures were applied again. */
export interface Reapplied {
  /** Pupils who were here again. */
  pupils: number;
  /** Members of staff whose name was here again. */
  staff: number;
  /** Lines of the ledger that could not be read. */
  unreadable: number;
}

/**
 * Applies every erasure again that the ledger or the database knows of: a database that an older
 * copy took the place of holds the erased once more. What one of the two does not know, it learns
 * from the other.
 */
export async function reapplyErasures(context: RightsContext): Promise<Reapplied> {
  const { store, ledger } = context;
  const { pupils: written, staff, unreadable } = ledger.read();
  const recorded = await store.read.rights.erasures();
  const keyOf = ({ schoolId, pupilId }: { schoolId: string; pupilId: string }) =>
    `${schoolId}/${pupilId}`;

  const inLedger = new Set(written.map(keyOf));
  ledger.add(
    ...recorded
      .filter((row) => !inLedger.has(keyOf(row)))
      .map(({ schoolId, pupilId, erasedAt }) => ({ schoolId, pupilId, erasedAt })),
  );
  const inDatabase = new Set(recorded.map(keyOf));
  const unknown = written.filter((row) => !inDatabase.has(keyOf(row)));
  for (let from = 0; from < unknown.length; from += ROWS_A_BATCH) {
    const rows = unknown.slice(from, from + ROWS_A_BATCH);
    await store.write(store.change.recordErasures(...rows));
  }

  const done: Reapplied = { pupils: 0, staff: 0, unreadable };
  for (const erased of await store.read.rights.erasedYetPresent()) {
    if (await removePupil(context, erased)) done.pupils += 1;
  }
  for (const { staffId } of staff) {
    if (await removeNameAgain(store, staffId)) done.staff += 1;
  }
  return done;
}
