import type { Store } from '@jalon/store';

/** A pupil of a school whom another one knows by the same national number. */
export interface KnownElsewhere {
  /** Who knows them there. */
  schoolId: string;
  pupilId: string;
  /** Who they are at the school that looks. */
  toPupilId: string;
}

/** As many digests as a question may name: SQLite takes 32,766 values a statement. */
const MOST_DIGESTS = 20_000;

/**
 * The pupils of a school whom others know by the same INE: never by name or birth date, which two
 * children may share.
 */
export async function findElsewhere(store: Store, schoolId: string): Promise<KnownElsewhere[]> {
  const keys = await store.read.roster.keys(schoolId);
  const own = keys.filter(({ kind }) => kind === 'ine');
  const byDigest = new Map(own.map(({ digest, pupilId }) => [digest, pupilId]));
  const digests = [...byDigest.keys()];
  const found: KnownElsewhere[] = [];
  for (let at = 0; at < digests.length; at += MOST_DIGESTS) {
    const some = digests.slice(at, at + MOST_DIGESTS);
    const rows = await store.read.transfers.knownElsewhere({
      ...{ schoolId, kind: 'ine', digests: some },
    });
    for (const row of rows) {
      const toPupilId = byDigest.get(row.digest);
      if (toPupilId) found.push({ schoolId: row.schoolId, pupilId: row.pupilId, toPupilId });
    }
  }
  return found;
}
