import * as z from 'zod/mini';
import { line, paragraph, partId } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';

const MOST = { drives: 4, folders: 20, files: 30, people: 8, versions: 5 };
const LONGEST_NAME = 80;

const few = <Item extends z.core.SomeType>(item: Item, most: number) =>
  z._default(z.array(item).check(z.maxLength(most)), []);

const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));

/** A state of a file that was kept, the newest first. */
const version = z.strictObject({ id: partId, date: line, note: line });

/** Drives, folders and files as a pupil finds them; sizes in kilobytes. */
export const world = z.strictObject({
  drives: z
    .array(
      z.strictObject({
        id: partId,
        name,
        type: z.enum(['computer', 'stick', 'cloud']),
        /** How much it holds, where that is little. */
        size: z.optional(z.number().check(z.positive())),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST.drives)),
  /** `in` names a drive or a folder that stands before it. */
  folders: few(z.strictObject({ id: partId, name, in: partId }), MOST.folders),
  files: z
    .array(
      z.strictObject({
        id: partId,
        name,
        in: partId,
        size: z.number().check(z.positive()),
        date: line,
        /** What is in it, shown where it is looked at. */
        about: z.optional(paragraph),
        versions: few(version, MOST.versions),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST.files)),
  /** Who something on a cloud drive may be shared with. */
  people: few(z.strictObject({ id: partId, name }), MOST.people),
  /** Whether names are shown with what follows their last dot. */
  extensions: z._default(z.boolean(), true),
});
export type World = z.infer<typeof world>;

/** A part of the world, or what was made on the way: a folder `n1`, a copy `k1`. */
const entry = z.string().check(z.regex(/^(bin|[a-z][1-9]\d?)$/));
const entries = z.array(entry).check(z.minLength(1), z.maxLength(MOST.files));

/** Whom something is shared with: a person, or whoever has the link. */
const audience = z.string().check(z.regex(/^(link|[a-z][1-9]\d?)$/));

/** What a pupil can do. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), folder: entry }),
  z.strictObject({ do: z.literal('look'), what: entry }),
  z.strictObject({ do: z.literal('create'), in: entry, name }),
  z.strictObject({ do: z.literal('rename'), what: entry, name }),
  z.strictObject({ do: z.literal('move'), what: entries, to: entry }),
  z.strictObject({ do: z.literal('copy'), what: entries, to: entry }),
  z.strictObject({ do: z.literal('delete'), what: entries }),
  z.strictObject({ do: z.literal('recover'), what: entry }),
  z.strictObject({ do: z.literal('empty') }),
  z.strictObject({
    do: z.literal('share'),
    what: entry,
    with: audience,
    right: z.enum(['none', 'read', 'edit']),
  }),
  z.strictObject({ do: z.literal('revert'), what: entry, version: partId }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract('files', world, event);
