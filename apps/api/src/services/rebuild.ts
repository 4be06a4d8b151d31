import type { Row, Statement, Store } from '@jalon/store';
import { estimateAttempt } from './attempts/choose-item.ts';
import { type Counted, Latest, resultOf } from './derive-result.ts';
import type { Engines } from './engine.ts';
import { everyPupilsWork, everySchool, type WholeAttempt } from './every-school.ts';
import { recountExposure } from './exposure.ts';

export interface Rebuilt {
  /** Results that the responses give. */
  results: number;
  /** Those that were missing or other, and those that no responses give. */
  changed: number;
}

/**
 * Makes every result again from its responses, each school's in one batch, to the same bytes; where
 * no school is named, the counts of exposure too, which are over all schools. To be run while
 * nobody answers: a result that is made meanwhile may be lost.
 */
export async function rebuildResults(
  store: Store,
  engines: Engines,
  schoolId: string | null = null,
): Promise<Rebuilt> {
  if (schoolId !== null) return rebuildSchool(store, engines, schoolId);
  const all: Rebuilt = { results: 0, changed: 0 };
  for await (const { id } of everySchool(store)) {
    const { results, changed } = await rebuildSchool(store, engines, id);
    all.results += results;
    all.changed += changed;
  }
  await recountExposure(store);
  return all;
}

async function rebuildSchool(store: Store, engines: Engines, schoolId: string): Promise<Rebuilt> {
  const batch: Statement[] = [];
  let results = 0;
  for await (const work of everyPupilsWork(store, schoolId)) {
    const latest = new Latest();
    for (const whole of work.attempts) latest.add(count(engines, whole));
    for (const kept of work.results) {
      const counted = latest.take(kept);
      if (!counted) {
        batch.push(store.change.forgetResult(kept));
        continue;
      }
      results += 1;
      const made = resultOf(counted);
      if (bytesOf(made) !== bytesOf(kept)) batch.push(store.change.keepResult(made));
    }
    for (const counted of latest.left()) {
      results += 1;
      batch.push(store.change.keepResult(resultOf(counted)));
    }
  }
  if (batch.length > 0) await store.write(...batch);
  return { results, changed: batch.length };
}

/** What an attempt comes to from the points that its responses earned. */
function count(engines: Engines, { attempt, responses }: WholeAttempt): Counted {
  const engine = engines.of(attempt.releaseVersion);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  const { ability, standardError, posterior } = estimateAttempt(engine, prior, responses);
  const level = engine.report(attempt.competence, posterior);
  return { attempt, ability, standardError, level, responses: responses.length };
}

const bytesOf = (row: Row<'result'>): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
