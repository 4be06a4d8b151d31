import {
  describeKey,
  describeResponse,
  distractorResponses,
  type Instance,
  instantiate,
  present,
  ResponseRefused,
  score,
  TemplateError,
} from '@jalon/items';
import type { Response } from '@jalon/items/contract';
import { stringify } from 'yaml';
import { itemKey } from '../bank.ts';
import { itemIdOfPath } from '../item-path.ts';
import { problemText } from '../problem.ts';
import { readEditionOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

/** Prints what a pupil would see of an item, its key, its feedback and what wrong answers get. */
export function previewItem(
  id: string | undefined,
  { seed, json }: { seed: string; json: boolean },
): void {
  if (!id) usage('Usage: npm run items -- preview ID [--seed S] [--text | --json]');
  const { edition, problems } = readEditionOrStop();
  const item = edition.items.find(({ value }) => value.id === id);
  if (!item) {
    const unread = problems.filter(({ path }) => itemIdOfPath(path) === id);
    return stop(
      [`There is no item ${id} that can be read.`, ...unread.map(problemText)].join('\n'),
    );
  }
  const instance = drawOrStop(() => instantiate(item.value, seed), seed);
  const preview = {
    item: itemKey(item.value),
    seed,
    shown: present(instance),
    key: describeKey(instance),
    feedback: instance.feedback,
    wrongAnswers: distractorResponses(instance).map((response) => told(instance, response)),
  };
  console.log(json ? JSON.stringify(preview, null, 2) : stringify(preview).trimEnd());
}

/** What an answer is, earns and is told; or why no pupil could give it. */
function told(instance: Instance, response: Response) {
  try {
    const { points, possible, feedback, steps } = score(instance, response);
    const answer = describeResponse(instance, response);
    return { answer, points: `${points} of ${possible}`, feedback, ...(steps && { steps }) };
  } catch (error) {
    if (!(error instanceof ResponseRefused)) throw error;
    return { impossible: error.message };
  }
}

function drawOrStop<T>(draw: () => T, seed: string): T {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return stop(`Seed ${seed} cannot be drawn: ${error.message}`);
  }
}
