import { z } from 'zod';
import { normaliseText } from '../text/normalise.ts';
import type { World } from './contract.ts';
import { BIN, driveOf, type Entry, extensionOf, liesIn, type State, takenOn } from './machine.ts';

const part = z.string();
const parts = z.array(part).min(1);

/** A place: by its part's name, or the folder that bears a name (whatever its case and accents). */
const place = { folder: part.optional(), named: part.optional() };

/** What a step may ask of drives, folders and files. */
export const condition = z.discriminatedUnion('is', [
  /** All of these lie right in the place. */
  z.strictObject({ is: z.literal('in'), what: parts, ...place }),
  /** Each of these has a copy in the place, however deep, and still lies where it can be found. */
  z.strictObject({ is: z.literal('copied'), what: parts, ...place }),
  z.strictObject({ is: z.literal('named'), what: part, name: parts }),
  z.strictObject({ is: z.literal('extension'), what: part, extension: part }),
  /** There is a folder of that name, in that place. */
  z.strictObject({ is: z.literal('folder'), name: parts, in: part.optional() }),
  z.strictObject({ is: z.literal('deleted'), what: parts }),
  /** These lie somewhere, neither deleted nor gone. */
  z.strictObject({ is: z.literal('kept'), what: parts }),
  z.strictObject({ is: z.literal('looked'), what: part }),
  z.strictObject({
    is: z.literal('shared'),
    what: part,
    with: part,
    right: z.enum(['none', 'read', 'edit']),
  }),
  z.strictObject({ is: z.literal('reverted'), what: part, version: part }),
  /** A drive has that many kilobytes left. */
  z.strictObject({ is: z.literal('room'), drive: part, atLeast: z.number() }),
  /** The bin holds nothing. */
  z.strictObject({ is: z.literal('emptied') }),
]);
export type Condition = z.infer<typeof condition>;

const sameName = (one: string, other: string) => normaliseText(one) === normaliseText(other);

const isThere = ({ entries }: State, id: string) =>
  entries[id] !== undefined && driveOf(entries, id) !== BIN;

/** The places that a condition means: where a folder is named, every folder of that name. */
function placesOf(state: State, { folder, named }: { folder?: string; named?: string }): string[] {
  if (folder !== undefined) return [folder];
  return Object.values(state.entries)
    .filter(
      ({ id, type, name }) =>
        type === 'folder' && isThere(state, id) && sameName(name, named ?? ''),
    )
    .map(({ id }) => id);
}

function isCopied(state: State, what: string, places: readonly string[]): boolean {
  const isCopy = ({ id, origin }: Entry) =>
    origin === what && isThere(state, id) && places.some((one) => liesIn(state.entries, id, one));
  return isThere(state, what) && Object.values(state.entries).some(isCopy);
}

/** Whether a condition holds in a state of the explorer. */
export function holds(world: World, state: State, condition: Condition): boolean {
  const { entries } = state;
  switch (condition.is) {
    case 'in': {
      const places = placesOf(state, condition);
      return condition.what.every((id) => places.includes(entries[id]?.parent ?? ''));
    }
    case 'copied': {
      const places = placesOf(state, condition);
      return condition.what.every((id) => isCopied(state, id, places));
    }
    case 'named': {
      const { what, name } = condition;
      return name.some((one) => sameName(entries[what]?.name ?? '', one));
    }
    case 'extension':
      return extensionOf(entries[condition.what]?.name ?? '') === condition.extension;
    case 'folder':
      return Object.values(entries).some(
        ({ id, type, name, parent }) =>
          type === 'folder' &&
          isThere(state, id) &&
          condition.name.some((one) => sameName(name, one)) &&
          (condition.in === undefined || parent === condition.in),
      );
    case 'deleted':
      return condition.what.every((id) => !isThere(state, id));
    case 'kept':
      return condition.what.every((id) => isThere(state, id));
    case 'looked':
      return state.looked.includes(condition.what);
    case 'shared':
      return (state.shares[`${condition.what} ${condition.with}`] ?? 'none') === condition.right;
    case 'reverted':
      return entries[condition.what]?.version === condition.version;
    case 'room': {
      const size = world.drives.find(({ id }) => id === condition.drive)?.size ?? Infinity;
      return size - takenOn(entries, condition.drive) >= condition.atLeast;
    }
    case 'emptied':
      return !Object.values(entries).some(({ parent }) => parent === BIN);
  }
}
