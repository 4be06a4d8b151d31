import * as z from 'zod/mini';
import { line, paragraph, partId } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';

const MOST = { people: 10, rooms: 6, messages: 16, choices: 5, answers: 3 };

const list = <Item extends z.core.SomeType>(item: Item, least: number, most: number) =>
  z.array(item).check(z.minLength(least), z.maxLength(most));

/** Who writes: a person's name in the world, or `me`. */
const writer = z.string().check(z.regex(/^(me|[a-z][1-9]\d?)$/));

const message = z.strictObject({
  id: partId,
  from: writer,
  text: paragraph,
  /** A picture that goes with it, in words: what a screen reader reads is what is seen. */
  picture: z.optional(line),
});

/** Something that may be said, and what others then answer. */
const choice = z.strictObject({
  id: partId,
  text: paragraph,
  answers: z._default(list(z.strictObject({ from: writer, text: paragraph }), 0, MOST.answers), []),
});

/** Rooms where people write to each other, and people one may turn to. */
export const world = z.strictObject({
  people: list(
    z.strictObject({
      id: partId,
      name: line,
      /** Who the person is to the pupil: `une camarade`, `la CPE`. */
      role: line,
    }),
    1,
    MOST.people,
  ),
  rooms: list(
    z.strictObject({
      id: partId,
      name: line,
      members: list(partId, 1, MOST.people),
      messages: list(message, 1, MOST.messages),
      /** What the pupil may say there: one of these, once each. */
      choices: z._default(list(choice, 0, MOST.choices), []),
    }),
    1,
    MOST.rooms,
  ),
  /** Whom one may call for help, and what one may tell them of. */
  helpers: z._default(list(partId, 0, MOST.people), []),
});
export type World = z.infer<typeof world>;

/** What a pupil can do. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), room: partId }),
  z.strictObject({ do: z.literal('say'), room: partId, choice: partId }),
  /** Keeps a picture of a message: a proof. */
  z.strictObject({ do: z.literal('capture'), message: partId }),
  z.strictObject({ do: z.literal('report'), message: partId }),
  /** Sends a message on to a room. */
  z.strictObject({ do: z.literal('forward'), message: partId, to: partId }),
  z.strictObject({ do: z.literal('block'), person: partId }),
  z.strictObject({ do: z.literal('mute'), room: partId }),
  z.strictObject({ do: z.literal('leave'), room: partId }),
  /** Adds somebody to a room, or takes them out of it. */
  z.strictObject({ do: z.literal('member'), room: partId, person: partId, isIn: z.boolean() }),
  /** Tells a helper, with the proofs that were kept. */
  z.strictObject({ do: z.literal('tell'), person: partId }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract('chat', world, event);
