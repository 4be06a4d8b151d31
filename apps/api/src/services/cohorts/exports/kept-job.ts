import type { Row } from '@jalon/store';
import { cohortBy, type CohortExport, cohortFormat, territoryKinds } from '@jalon/types';
import { z } from 'zod';
import type { Inspector } from '../../actor.ts';

/** The kind of the job that makes a long export. */
export const COHORT_EXPORT = 'cohort-export';

/** So long a file may be fetched after it was made. */
export const EXPORT_KEPT_DAYS = 7;
export const EXPORT_KEPT_MS = EXPORT_KEPT_DAYS * 86_400_000;

/** What is asked for, and by whom: ids and codes. */
export const exportInput = z.strictObject({
  inspector: z.uuid(),
  territory: z.strictObject({ kind: z.enum(territoryKinds), code: z.string() }),
  /** What its file is kept under. */
  file: z.uuid(),
  format: cohortFormat,
  release: z.string(),
  within: z.string(),
  by: cohortBy,
});
export type ExportInput = z.output<typeof exportInput>;

/** What a job that is done gave. */
export const exportOutcome = z.strictObject({ bytes: z.int().nonnegative() });

/** What the keys of an inspector's jobs begin with. */
export const keyPrefixOf = ({ id }: Pick<Inspector, 'id'>): string => `${id}/`;

/** A job of the inspector's that may still be told of. */
export interface KeptExport {
  input: ExportInput;
  told: CohortExport;
}

/**
 * A job as its inspector is told of it; `null` of what is not theirs, is of a territory that they
 * have no more, or ended longer ago than files are kept.
 */
export function keptExport(
  row: Row<'job'>,
  { id, territory }: Inspector,
  now: Date,
): KeptExport | null {
  const { success, data: input } = exportInput.safeParse(row.input);
  if (row.kind !== COHORT_EXPORT || !success || input.inspector !== id) return null;
  const { kind, code } = input.territory;
  if (kind !== territory.kind || code !== territory.code) return null;
  const keptUntil = row.finishedAt && new Date(row.finishedAt.getTime() + EXPORT_KEPT_MS);
  if (keptUntil && keptUntil <= now) return null;
  const outcome = exportOutcome.safeParse(row.outcome);
  const isThere = row.status === 'done' && outcome.success;
  return {
    input,
    told: {
      ...{ id: row.id, format: input.format, release: input.release },
      ...{ within: input.within, by: input.by, askedAt: row.createdAt.toISOString() },
      ...{ state: row.status, percent: row.percent },
      bytes: isThere ? outcome.data.bytes : null,
      keptUntil: isThere && keptUntil ? keptUntil.toISOString() : null,
    },
  };
}
