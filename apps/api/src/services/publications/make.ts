import { createHash } from 'node:crypto';
import type { Statement } from '@jalon/store';
import { z } from 'zod';
import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { currentSchoolYear } from '../school-year.ts';
import { type Gathered, gatherTallies } from './gather.ts';
import { figuresMaker, type FiguresMaker } from './figures-maker.ts';
import { readBefore } from './hidden-before.ts';

const ROWS_A_STATEMENT = 200;

/** How far a publication is: what a later try goes on from. */
export const madeSoFar = z.strictObject({
  id: z.string(),
  madeAt: z.iso.datetime(),
  /** A hash over the figures of each competence that is done, in their order. */
  done: z.array(z.string()),
});
export type MadeSoFar = z.output<typeof madeSoFar>;

/** Keeps a step: its changes, and how far they bring the publication, as one. */
export type KeepStep = (share: number, soFar: MadeSoFar, changes: Statement[]) => Promise<void>;

export interface Making {
  engine: Engine;
  /** Where an earlier try had come; `null` for a new publication. */
  soFar: MadeSoFar | null;
  keep: KeepStep;
  signal?: AbortSignal;
}

/**
 * Makes and publishes the figures of a release over every school: counts, protected together, and
 * means. A competence is a step. The schools are those of the first step.
 */
export async function makePublication(context: ServiceContext, making: Making): Promise<MadeSoFar> {
  const { engine, keep, signal } = making;
  const { store, clock, newId } = context;
  const releaseVersion = engine.reference.version;
  const schoolYear = currentSchoolYear(context);
  const { schools, tallies } = await gatherTallies(context, engine, {
    schoolYear,
    ...(signal && { signal }),
  });
  const begun = making.soFar ?? { id: newId(), madeAt: clock().toISOString(), done: [] };
  const maker = figuresMaker(schools.length);
  try {
    const made = await makeCompetences(context, { ...making, maker, schools, tallies }, begun);
    await keep(1, made, [
      ...store.change.forgetUnpublished({ releaseVersion, but: made.id }),
      store.change.endPublication({ id: made.id, sha256: hashOf(made.done) }),
    ]);
    return made;
  } finally {
    await maker.end();
  }
}

/** Makes the competences that are not done yet, each a step. */
async function makeCompetences(
  context: ServiceContext,
  { engine, keep, maker, schools, tallies }: Making & Gathered & { maker: FiguresMaker },
  begun: MadeSoFar,
): Promise<MadeSoFar> {
  const { change } = context.store;
  const releaseVersion = engine.reference.version;
  const madeAt = new Date(begun.madeAt);
  const before = await heldFrom(context, releaseVersion, madeAt);
  const competences = [...engine.competences];
  let soFar = begun;
  for (const [index, [competence, { cuts }]] of competences.entries()) {
    if (index < soFar.done.length) continue;
    const figures = await maker.make({
      ...{ schools, cuts },
      levels: engine.release.framework.levels.map(({ level }) => level),
      tallies: tallies.get(competence) ?? new Map(),
      before: await readBefore(context, before, competence),
    });
    const rows = [...figures].map(([part, told]) => [part, JSON.stringify(told), told] as const);
    soFar = { ...soFar, done: [...soFar.done, hashOf(rows.map(([part, json]) => part + json))] };
    const { id: publicationId } = soFar;
    const first = { id: publicationId, releaseVersion, madeAt, minimumCell: MINIMUM_CELL, schools };
    await keep((index + 1) / competences.length, soFar, [
      ...(index === 0 ? [change.beginPublication(first)] : []),
      ...chunks(rows).map((some) =>
        change.addFigures(
          ...some.map(([part, , told]) => ({ publicationId, competence, part, figures: told })),
        ),
      ),
    ]);
  }
  return soFar;
}

/**
 * The publication whose hidden counts stay hidden: the last, within a month. With a new month all is
 * decided anew; what was hidden would otherwise be so for ever, each count holding another's.
 */
async function heldFrom(
  { store }: ServiceContext,
  releaseVersion: string,
  madeAt: Date,
): Promise<string | null> {
  const last = await store.read.publications.newest({ releaseVersion, before: madeAt });
  return last && monthOf(last.madeAt) === monthOf(madeAt) ? last.id : null;
}

const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7);

const hashOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, i) =>
    rows.slice(i * ROWS_A_STATEMENT, (i + 1) * ROWS_A_STATEMENT),
  );
