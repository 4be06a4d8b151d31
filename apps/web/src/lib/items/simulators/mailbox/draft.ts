import type { LogOf } from '@jalon/items/contract';
import { m } from '#lib/paraglide/messages.js';
import type { World } from './folders.ts';

type SendEvent = Extract<LogOf<'mailbox'>[number], { do: 'send' }>;

/** A message being written. */
export type Draft = Omit<SendEvent, 'do'>;
export type Purpose = Draft['as'];

type Received = World['messages'][number];

/** A message to write, as a mailbox prepares it: to whom, and under which subject. */
export function draftOf(world: World, as: Purpose, message: Received | undefined): Draft {
  const empty = { to: [], cc: [], bcc: [], subject: '', body: '', files: [] };
  if (as === 'new' || !message) return { as: 'new', message: null, ...empty };
  const answered = { as, message: message.id, ...empty };
  if (as === 'forward') {
    return { ...answered, subject: m.sim_mailbox_forwarded({ subject: message.subject }) };
  }
  const others = [...message.to, ...message.cc].filter((address) => address !== world.me.address);
  return {
    ...answered,
    to: [message.replyTo ?? message.from.address],
    cc: as === 'reply-all' ? others : [],
    subject: m.sim_mailbox_answered({ subject: message.subject }),
  };
}

/** The addresses of a field, between which stand commas, semicolons or blanks. */
export const addressesIn = (field: string): string[] =>
  field.split(/[\s,;]+/).filter((address) => address !== '');
