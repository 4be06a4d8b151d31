import { z } from 'zod';
import {
  plainText,
  type PresentedItem,
  presentedItem,
  type Response,
  response,
} from '../contract.ts';
import type { Instance } from '../instance.ts';
import { present } from '../present.ts';
import { ResponseRefused } from '../response-refused.ts';
import {
  describeResponse,
  distractorResponses,
  keyResponse,
  kindProblems,
  type Score,
  score,
} from '../score.ts';
import { foreignHosts, isExampleAddress } from './addresses.ts';
import { shownParts, shownTexts } from './shown.ts';

/** What is wrong with one instance; `at` tells problems of the same code apart. */
export interface Finding {
  code: 'shown' | 'key' | 'distractor' | 'same-text' | 'text' | 'address' | 'long-key' | 'kind';
  at: string;
  message: string;
  severity: 'error' | 'warning';
}

const error = (code: Finding['code'], at: string, message: string): Finding => ({
  code,
  at,
  message,
  severity: 'error',
});

export function instanceProblems(instance: Instance): Finding[] {
  const item = present(instance);
  const parsed = presentedItem.safeParse(item);
  return [
    ...(parsed.success ? [] : [error('shown', '', z.prettifyError(parsed.error))]),
    ...keyProblems(instance),
    ...distractorProblems(instance),
    ...partProblems(item),
    ...textProblems(instance, item),
    ...addressProblems(item),
    ...lengthProblems(instance),
    ...kindProblems(instance).map((message) => error('kind', message, message)),
  ];
}

/** The score of an answer that a writer gave, or why no pupil could give it. */
function scoreOrWhy(instance: Instance, answer: Response): Score | { impossible: string } {
  try {
    return score(instance, answer);
  } catch (refusal) {
    if (!(refusal instanceof ResponseRefused)) throw refusal;
    return { impossible: refusal.message };
  }
}

function keyProblems(instance: Instance): Finding[] {
  const key = keyResponse(instance);
  const parsed = response.safeParse(key);
  if (!parsed.success) {
    return [error('key', 'form', `The key cannot be sent: ${z.prettifyError(parsed.error)}`)];
  }
  const scored = scoreOrWhy(instance, key);
  if ('impossible' in scored) {
    return [error('key', 'possible', `The key cannot be given: ${scored.impossible}`)];
  }
  const { points, possible, correct } = scored;
  if (correct) return [];
  const message = `The key earns ${String(points)} of ${String(possible)} points.`;
  return [error('key', 'points', message)];
}

function distractorProblems(instance: Instance): Finding[] {
  return distractorResponses(instance).flatMap((wrong, index) => {
    if (!response.safeParse(wrong).success) {
      return [error('distractor', String(index), 'This wrong answer could not be sent.')];
    }
    const scored = scoreOrWhy(instance, wrong);
    if ('impossible' in scored) {
      const message = `Wrong answer ${String(index + 1)} cannot be given: ${scored.impossible}`;
      return [error('distractor', String(index), message)];
    }
    if (!scored.correct) return [];
    const answer = describeResponse(instance, wrong);
    return [error('distractor', String(index), `A wrong answer earns every point: ${answer}`)];
  });
}

function partProblems(item: PresentedItem): Finding[] {
  return shownParts(item).flatMap((parts) => {
    const seen = new Set<string>();
    return parts.flatMap(({ text }) => {
      const same = plainText(text).trim().toLowerCase();
      if (!seen.has(same)) {
        seen.add(same);
        return [];
      }
      return [error('same-text', '', `Two parts show the same text: ${text}`)];
    });
  });
}

function textProblems(instance: Instance, item: PresentedItem): Finding[] {
  const { correct, incorrect } = instance.feedback;
  const answers = [keyResponse(instance), ...distractorResponses(instance)];
  const told = answers.flatMap((answer) => {
    const scored = scoreOrWhy(instance, answer);
    if ('impossible' in scored) return [];
    return [scored.feedback, ...(scored.steps ?? []).flatMap(({ goal, text }) => [goal, text])];
  });
  const texts = new Set([...shownTexts(item), correct, incorrect, ...told]);
  return [...texts].flatMap((text) => {
    if (/\{\{|\}\}/.test(text)) return [error('text', 'braces', `Braces are left in: ${text}`)];
    if (/\b(?:undefined|NaN|Infinity)\b|\[object /.test(text)) {
      return [error('text', 'value', `A value is missing in: ${text}`)];
    }
    return [];
  });
}

function addressProblems(item: PresentedItem): Finding[] {
  const listed = item.stimulus
    .flatMap((block) => (block.block === 'results' ? block.items : []))
    .map(({ address }) => address)
    .filter((address) => !isExampleAddress(address));
  const named = shownTexts(item).flatMap(foreignHosts);
  return [...new Set([...listed, ...named])].map((address) =>
    error('address', address, `End this address in .example: ${address}`),
  );
}

const MOST_TIMES_LONGER = 1.6;

/** A key that is much longer than every wrong option gives itself away. */
function lengthProblems({ interaction }: Instance): Finding[] {
  if (interaction.kind !== 'choice') return [];
  const lengthOf = ({ text }: { text: string }) => plainText(text).length;
  const key = interaction.options.filter((option) => option.key).map(lengthOf);
  const wrong = interaction.options.filter((option) => !option.key).map(lengthOf);
  if (Math.max(...key) <= MOST_TIMES_LONGER * Math.max(...wrong)) return [];
  const message = `The right option is more than ${String(MOST_TIMES_LONGER)} times longer than any other.`;
  return [{ code: 'long-key', at: '', message, severity: 'warning' }];
}
