import type { Statement } from '../batch.ts';
import type { NewRow, Row } from '../tables/index.ts';
import { type Copying, isSame } from './copy-table.ts';
import { CopyRefused } from './errors.ts';
import { mergeRows, type Pair } from './merge.ts';
import { attemptsOf } from './pages.ts';
import { schoolTables } from './tables.ts';

type Attempt = Row<'attempt'>;
type Exposure = NewRow<'exposureCount'>;

/** The name under which an item version's exposure is counted. */
export type ItemKey = (id: string, version: number) => string;

const ATTEMPTS_A_BATCH = 100;

/**
 * Copies a school's attempts, each in one batch with the responses that the target lacks and with
 * what they add to the counts of exposure. `isErased` tells whose are not to be copied. Rejects with
 * `CopyRefused` where the target holds answers that the source does not.
 */
export async function copyAttempts(
  copying: Copying,
  school: { id: string; uai: string },
  isErased: (pupilId: string) => boolean,
  itemKey: ItemKey,
): Promise<void> {
  const { source, target, counts } = copying;
  let waiting: (Pair<Attempt> & { source: Attempt })[] = [];

  const flush = async (): Promise<void> => {
    const pairs = waiting;
    waiting = [];
    if (pairs.length === 0) return;
    const rows = pairs.map((pair) => pair.source);
    const missing = await missingResponses(copying, school, pairs);
    const begun = pairs.flatMap((pair) => (pair.target ? [] : [pair.source.competence]));
    const met = missing.map(({ itemId, itemVersion }) => itemKey(itemId, itemVersion));
    const exposure = [...countOf('competence', begun), ...countOf('item', met)];
    const open = rows.filter(({ mode, status }) => mode === 'practice' && status === 'open');
    const { change } = target;
    const batch: Statement[] = [
      ...open.map((row) => change.freePractice(row)),
      ...change.putRows(schoolTables.attempt, rows),
      ...change.addResponses(missing),
      ...(exposure.length > 0 ? [change.addExposure(...exposure)] : []),
    ];
    await target.write(...batch);
    if (!copying.isAnalysed) await analyse(copying);
    counts.copied += rows.length + missing.length;
  };

  const pairs = mergeRows(
    schoolTables.attempt.key,
    attemptsOf(source, school.id),
    attemptsOf(target, school.id),
  );
  for await (const pair of pairs) {
    const { source: here, target: there } = pair;
    if (there && !isErased(there.pupilId) && (!here || there.answered > here.answered)) {
      throw new CopyRefused(
        'target-served',
        `The target holds answers of school ${school.uai} that the source does not (attempt ${there.id}): it has served since it was copied. Copy the other way, or into an empty database.`,
      );
    }
    if (!here || isErased(here.pupilId) || (there && isSame(here, there))) continue;
    waiting.push({ source: here, target: there });
    if (waiting.length >= ATTEMPTS_A_BATCH) await flush();
  }
  await flush();
}

/**
 * Tells PostgreSQL what the first rows look like. It plans how it looks references up when it first
 * does; knowing nothing, it may go through all attempts of the school for each response.
 */
async function analyse(copying: Copying): Promise<void> {
  copying.isAnalysed = true;
  if (copying.target.kind !== 'postgres') return;
  await copying.target.write({ sql: 'analyze attempt, pupil, assessment', params: [] });
}

/** The responses that attempts count and the target lacks; not those given since they were read. */
async function missingResponses(
  { source }: Copying,
  school: { id: string; uai: string },
  pairs: readonly (Pair<Attempt> & { source: Attempt })[],
): Promise<Row<'response'>[]> {
  const wanted = new Map(
    pairs
      .map(({ source: { id, answered }, target }) => ({
        id,
        from: target?.answered ?? 0,
        answered,
      }))
      .filter(({ from, answered }) => answered > from)
      .map(({ id, ...range }) => [id, range] as const),
  );
  if (wanted.size === 0) return [];
  const rows = await source.read.rows.responsesOf(school.id, [...wanted.keys()]);
  const missing = rows.filter(({ attemptId, ordinal }) => {
    const range = wanted.get(attemptId);
    return range !== undefined && ordinal > range.from && ordinal <= range.answered;
  });
  const expected = [...wanted.values()].reduce((sum, one) => sum + one.answered - one.from, 0);
  if (missing.length !== expected) {
    throw new CopyRefused(
      'unsettled',
      `Attempts of school ${school.uai} count other answers than the source holds: npm run results -- replay says which.`,
    );
  }
  return missing;
}

/** In one order everywhere, so that writers of the same counts do not wait for each other. */
function countOf(subject: Exposure['subject'], keys: readonly string[]): Exposure[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, times]) => ({ subject, key, times }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
