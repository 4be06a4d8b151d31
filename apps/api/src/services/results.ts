import type { Row } from '@jalon/store';
import type { PictureCell, ReportedLevel } from '@jalon/types';
import { z } from 'zod';
import type { Engine } from './engine.ts';

type ResultRow = Row<'result'>;

/** Rows kept before a sum was rounded right may hold a probability a hair below nothing. */
const probabilitiesSchema = z.array(z.number().transform((kept) => Math.max(0, kept)));

/** The level of a kept result. */
export function levelOfResult(engine: Engine, row: ResultRow): ReportedLevel {
  return engine.reported(probabilitiesSchema.parse(row.probabilities));
}

/** A kept result as class and pupil pages show it. */
export function cellOf(engine: Engine, row: ResultRow): PictureCell {
  return {
    competence: row.competence,
    attemptId: row.attemptId,
    finishedAt: row.finishedAt.toISOString(),
    responses: row.responses,
    level: levelOfResult(engine, row),
  };
}
