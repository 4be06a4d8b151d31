import { z } from 'zod';
import { normaliseText } from '../text/normalise.ts';
import type { World } from './contract.ts';
import type { Sent, State } from './machine.ts';

const part = z.string();
const list = z.array(z.string());

/** What a step may ask of a mailbox. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('in'), message: part, folder: part }),
  z.strictObject({ is: z.literal('read'), message: part }),
  z.strictObject({ is: z.literal('examined'), message: part }),
  z.strictObject({ is: z.literal('pointed'), message: part, link: part }),
  z.strictObject({ is: z.literal('followed'), message: part, link: part }),
  z.strictObject({ is: z.literal('unpacked'), message: part, attachment: part }),
  z.strictObject({ is: z.literal('reported'), message: part }),
  /** A message was sent of which all this is true. */
  z.strictObject({
    is: z.literal('sent'),
    as: z.enum(['new', 'reply', 'reply-all', 'forward']).optional(),
    /** What it answers or forwards. */
    message: part.optional(),
    /** These very addresses, in any order. */
    to: list.optional(),
    cc: list.optional(),
    bcc: list.optional(),
    /** Among `to`, `cc` and `bcc`: all of these; and none of those. */
    reaches: list.optional(),
    spares: list.optional(),
    /** These very files. */
    files: list.optional(),
    /** Words of the subject or the text: one of each list at least, whatever its case and accents. */
    subject: z.array(list).optional(),
    body: z.array(list).optional(),
  }),
]);
export type Condition = z.infer<typeof condition>;

type SentCondition = Extract<Condition, { is: 'sent' }>;

const sameSet = (given: readonly string[], asked: readonly string[] | undefined) =>
  asked === undefined ||
  (given.length === asked.length && asked.every((one) => given.some(same(one))));

const same = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();

function mentions(text: string, asked: readonly (readonly string[])[] | undefined): boolean {
  const read = normaliseText(text);
  return (asked ?? []).every((words) => words.some((word) => read.includes(normaliseText(word))));
}

function fits(sent: Sent, asked: SentCondition): boolean {
  const reached = [...sent.to, ...sent.cc, ...sent.bcc];
  return (
    (asked.as === undefined || sent.as === asked.as) &&
    (asked.message === undefined || sent.message === asked.message) &&
    sameSet(sent.to, asked.to) &&
    sameSet(sent.cc, asked.cc) &&
    sameSet(sent.bcc, asked.bcc) &&
    sameSet(sent.files, asked.files) &&
    (asked.reaches ?? []).every((address) => reached.some(same(address))) &&
    !(asked.spares ?? []).some((address) => reached.some(same(address))) &&
    mentions(sent.subject, asked.subject) &&
    mentions(sent.body, asked.body)
  );
}

/** Whether a condition holds in a state of the mailbox. */
export function holds(_world: World, state: State, condition: Condition): boolean {
  switch (condition.is) {
    case 'in':
      return state.folders[condition.message] === condition.folder;
    case 'read':
      return state.read.includes(condition.message);
    case 'examined':
      return state.examined.includes(condition.message);
    case 'pointed':
      return state.pointed.includes(`${condition.message} ${condition.link}`);
    case 'followed':
      return state.followed.includes(`${condition.message} ${condition.link}`);
    case 'unpacked':
      return state.unpacked.includes(`${condition.message} ${condition.attachment}`);
    case 'reported':
      return state.reported.includes(condition.message);
    case 'sent':
      return state.sent.some((sent) => fits(sent, condition));
  }
}
