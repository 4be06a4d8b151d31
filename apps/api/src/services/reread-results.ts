import { linkError, readUnder, type Unlinked } from '@jalon/framework';
import type { Store } from '@jalon/store';
import type { Engine, Engines } from './engine.ts';
import { everyPupilsWork, everySchool } from './every-school.ts';
import { levelOfResult } from './results.ts';

/** What reading a release's results under another one changes, in one competence. */
export interface RereadSummary {
  competence: string;
  /** Results made under the earlier release. */
  results: number;
  /** `null` where they can be read under the other; or why they cannot. */
  why: Unlinked | null;
  /** How abilities go over: slope·ability + intercept, in logits. */
  slope: number;
  intercept: number;
  /** What the link adds to the standard error of an ability of 0, in logits. */
  linkError: number;
  /** Results of which the most probable level becomes another. */
  otherLevel: number;
  /** The furthest an ability lies from where the line takes it, in logits. */
  furthest: number;
}

/**
 * What every result made under `from` would be under `to`, summed up by competence: nothing is
 * kept. Of one school, where its id is given; holds a few pupils' work at a time.
 */
export async function rereadResults(
  store: Store,
  engines: Engines,
  versions: { from: string; to: string },
  schoolId: string | null,
): Promise<RereadSummary[]> {
  const [from, to] = [engines.of(versions.from), engines.of(versions.to)];
  const summaries = new Map<string, RereadSummary>();
  const summaryOf = (competence: string): RereadSummary => {
    const known = summaries.get(competence);
    if (known) return known;
    const fresh = emptySummary(engines, from, to, competence);
    summaries.set(competence, fresh);
    return fresh;
  };
  for await (const id of schoolIds(store, schoolId)) {
    for await (const { attempts, results } of everyPupilsWork(store, id)) {
      const byId = new Map(attempts.map((whole) => [whole.attempt.id, whole]));
      for (const row of results) {
        if (row.releaseVersion !== versions.from) continue;
        const summary = summaryOf(row.competence);
        summary.results += 1;
        const whole = byId.get(row.attemptId);
        const linked = engines.link(from, to, row.competence);
        if (!linked.ok || !whole) continue;
        const { priorMean, priorSd } = whole.attempt;
        const read = readUnder(from, to, linked.link, {
          competence: row.competence,
          prior: { mean: priorMean, sd: priorSd },
          answers: whole.responses,
        });
        const moved = Math.abs(read.ability - (summary.slope * row.ability + summary.intercept));
        summary.furthest = Math.max(summary.furthest, moved);
        if (read.level.level !== levelOfResult(from, row).level) summary.otherLevel += 1;
      }
    }
  }
  return [...summaries.values()].sort((a, b) => (a.competence < b.competence ? -1 : 1));
}

async function* schoolIds(store: Store, schoolId: string | null): AsyncGenerator<string> {
  if (schoolId !== null) yield schoolId;
  else for await (const { id } of everySchool(store)) yield id;
}

function emptySummary(
  engines: Engines,
  from: Engine,
  to: Engine,
  competence: string,
): RereadSummary {
  const linked = engines.link(from, to, competence);
  const counts = { competence, results: 0, otherLevel: 0, furthest: 0 };
  if (!linked.ok) return { ...counts, why: linked.why, slope: 1, intercept: 0, linkError: 0 };
  const { slope, intercept } = linked.link;
  return { ...counts, why: null, slope, intercept, linkError: linkError(linked.link, 0) };
}
