import { z } from 'zod';
import { cohortBy, cohortExportQuery } from './cohorts.ts';
import { releaseVersion } from './framework.ts';
import { id, instant } from './primitives.ts';

/** What an export may be: one table in a format, or a package of it with all that explains it. */
export const cohortFormat = z.enum(['csv', 'parquet', 'xlsx', 'ods', 'package']);
export type CohortFormat = z.infer<typeof cohortFormat>;

/** An export to be had at once. */
export const cohortFileQuery = cohortExportQuery.extend({ format: cohortFormat });

/** An export that was asked for, and how it is. */
export const cohortExport = z.object({
  id,
  format: cohortFormat,
  release: releaseVersion,
  /** What is counted, such as `department:69`. */
  within: z.string(),
  by: cohortBy,
  askedAt: instant,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** From 0 to 100. */
  percent: z.int().min(0).max(100),
  /** Of the file; `null` before it is there. */
  bytes: z.int().nonnegative().nullable(),
  /** Until when it may be fetched; `null` before it is there. */
  keptUntil: instant.nullable(),
});
export type CohortExport = z.infer<typeof cohortExport>;

/** An inspector's exports, newest first, and whether a view has to be asked for. */
export const cohortExports = z.object({
  /** About how many lines an export of the view has. */
  lines: z.int().nonnegative(),
  /** Whether it is too long to be had at once. */
  isLong: z.boolean(),
  keptDays: z.int().positive(),
  exports: z.array(cohortExport),
});
export type CohortExports = z.infer<typeof cohortExports>;
