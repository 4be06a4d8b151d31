import * as z from 'zod/mini';
import { line, paragraph, partId } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';

const MOST = { messages: 12, blocks: 12, attachments: 4, folders: 6, contacts: 12, files: 6 };
const MOST_ADDRESSES = 10;

const address = z.string().check(z.minLength(1), z.maxLength(200));
const few = <Item extends z.core.SomeType>(item: Item, most: number) =>
  z._default(z.array(item).check(z.maxLength(most)), []);

/** A file, by its name as a list of files shows it, and its size in words. */
const file = z.strictObject({ id: partId, name: line, size: line });

const link = z.strictObject({
  id: partId,
  text: line,
  /** Where it leads, which the text need not tell. */
  address,
  /** What the page says that it opens. */
  page: z.optional(paragraph),
});

const message = z.strictObject({
  id: partId,
  from: z.strictObject({ name: line, address }),
  /** Where an answer goes, if not to the sender. */
  replyTo: z.optional(address),
  to: z.array(address).check(z.minLength(1), z.maxLength(MOST_ADDRESSES)),
  cc: few(address, MOST_ADDRESSES),
  subject: line,
  date: line,
  body: z
    .array(z.union([paragraph, z.strictObject({ link })]))
    .check(z.minLength(1), z.maxLength(MOST.blocks)),
  attachments: few(file, MOST.attachments),
  /** What else the full headers tell, such as the server that sent it. */
  headers: few(z.strictObject({ label: line, value: line }), 8),
  /** Where it lies at first. */
  folder: z._default(z.string(), 'inbox'),
  read: z._default(z.boolean(), false),
});
export type Message = z.infer<typeof message>;

/** A mailbox as a pupil finds it. Every part is named by a letter and a number that tell nothing. */
export const world = z.strictObject({
  me: z.strictObject({ name: line, address }),
  /** Folders of its own, besides those that every mailbox has. */
  folders: few(z.strictObject({ id: partId, name: line }), MOST.folders),
  contacts: few(z.strictObject({ name: line, address }), MOST.contacts),
  messages: z.array(message).check(z.minLength(1), z.maxLength(MOST.messages)),
  /** Files on the computer, which may be attached. */
  files: few(file, MOST.files),
});
export type World = z.infer<typeof world>;

const addresses = z.array(address).check(z.maxLength(MOST_ADDRESSES));

/** What a pupil can do. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), message: partId }),
  /** Looks at where the sender really writes from, and at the full headers. */
  z.strictObject({ do: z.literal('examine'), message: partId }),
  /** Looks at where a link leads, without following it. */
  z.strictObject({ do: z.literal('point'), message: partId, link: partId }),
  z.strictObject({ do: z.literal('follow'), message: partId, link: partId }),
  z.strictObject({ do: z.literal('unpack'), message: partId, attachment: partId }),
  z.strictObject({
    do: z.literal('move'),
    message: partId,
    folder: z.string().check(z.maxLength(8)),
  }),
  z.strictObject({ do: z.literal('report'), message: partId }),
  z.strictObject({
    do: z.literal('send'),
    as: z.enum(['new', 'reply', 'reply-all', 'forward']),
    /** What is answered or forwarded. */
    message: z.nullable(partId),
    to: addresses,
    cc: addresses,
    bcc: addresses,
    subject: z.string().check(z.maxLength(200)),
    body: z.string().check(z.maxLength(2000)),
    files: z.array(partId).check(z.maxLength(MOST.files)),
  }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract(
  'mailbox',
  world,
  event,
);
