import { describeResponse } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import type { AssessmentDifficulties, ItemDifficulty } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ResponseRow } from '../attempts/choose-item.ts';
import { explainKept } from '../attempts/explain.ts';
import { instanceOf } from '../attempts/instance.ts';
import type { ServiceContext } from '../context.ts';
import { type Engine, itemKey } from '../engine.ts';
import { readProgress } from './progress.ts';

/** Of one item, as many wrong answers as a teacher takes up with a class. */
const MOST_WRONG = 3;
/** As many items as a page is good for. */
const MOST_ITEMS = 20;

/**
 * What was hard in an assessment, over all of the class: items by how little was earned, each with
 * its most frequent wrong answers and what the item says to them. Names nobody.
 */
export async function readDifficulties(
  context: ServiceContext,
  actor: Teacher,
  assessmentId: string,
): Promise<AssessmentDifficulties> {
  const { store, engines } = context;
  const { schoolId } = actor;
  const { assessment } = await readProgress(context, actor, assessmentId);
  const attempts = await store.read.assessments.attempts({ schoolId, assessmentId });
  const attemptIds = attempts.map(({ id }) => id);
  const rows =
    attemptIds.length === 0 ? [] : await store.read.attempts.responsesOf({ schoolId, attemptIds });
  const releaseOf = new Map(attempts.map(({ id, releaseVersion }) => [id, releaseVersion]));
  const byItem = Map.groupBy(rows, ({ itemId, itemVersion }) => itemKey(itemId, itemVersion));
  const items = [...byItem.values()].flatMap((answers) => {
    const version = releaseOf.get(answers[0]?.attemptId ?? '');
    return version === undefined ? [] : [difficultyOf(engines.of(version), answers)];
  });
  return {
    assessment,
    pupils: new Set(rows.map(({ attemptId }) => attemptId)).size,
    items: items.sort((a, b) => a.share - b.share || b.answered - a.answered).slice(0, MOST_ITEMS),
  };
}

function difficultyOf(engine: Engine, answers: readonly ResponseRow[]): ItemDifficulty {
  const [first] = answers;
  if (!first) throw new Error('An item that nobody answered has no difficulty.');
  const { itemId, itemVersion, seed } = first;
  const { definition } = engine.item(itemId, itemVersion);
  const sum = (of: (row: ResponseRow) => number) =>
    answers.reduce((total, row) => total + of(row), 0);
  return {
    title: definition.title,
    descriptor: engine.descriptor(definition.descriptor),
    answered: answers.length,
    share: Math.min(1, sum(({ points }) => points) / sum(({ possible }) => possible)),
    wrong: wrongAnswers(engine, answers),
    instance: { itemId, itemVersion, seed },
  };
}

function wrongAnswers(engine: Engine, answers: readonly ResponseRow[]): ItemDifficulty['wrong'] {
  const given = answers
    .filter(({ points, possible }) => points < possible)
    .map((row) => ({
      answer: describeResponse(instanceOf(engine, row), responseSchema.parse(row.response)),
      why: explainKept(engine, row).text,
    }));
  const same = Map.groupBy(given, ({ answer, why }) => JSON.stringify([answer, why]));
  return [...same.values()]
    .flatMap((of) => (of[0] ? [{ ...of[0], times: of.length }] : []))
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_WRONG);
}
