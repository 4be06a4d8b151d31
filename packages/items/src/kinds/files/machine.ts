import type { Machine } from '../../simulator/machine.ts';
import type { Event, World } from './contract.ts';
import {
  BIN,
  type Entries,
  entriesOf,
  type Entry,
  isName,
  isTaken,
  liesIn,
  sizeOf,
  takenOn,
  withContents,
  driveOf,
} from './entries.ts';

export * from './entries.ts';

/** Whoever has the link. */
export const LINK = 'link';

export type Right = 'none' | 'read' | 'edit';

/** Drives, folders and files as they are, and what was looked at on the way. */
export interface State {
  entries: Entries;
  /** The drive, folder or bin that is open. */
  here: string;
  /** Rights that were given, by `entry who`. */
  shares: Readonly<Record<string, Right>>;
  looked: readonly string[];
  /** How many folders and copies were made: the next has the next number. */
  made: number;
}

const isPlace = (world: World, entries: Entries, place: string): boolean =>
  world.drives.some(({ id }) => id === place) ||
  (entries[place]?.type === 'folder' && driveOf(entries, place) !== BIN);

const replaced = (entries: Entries, changed: readonly Entry[]): Entries => ({
  ...entries,
  ...Object.fromEntries(changed.map((entry) => [entry.id, entry])),
});

/** What is chosen and still lies somewhere; `null` where one of them does not. */
function chosen(entries: Entries, ids: readonly string[]): Entry[] | null {
  const list = ids.flatMap((id) => entries[id] ?? []);
  const isThere = list.every(({ id }) => driveOf(entries, id) !== BIN);
  return isThere && list.length === ids.length && new Set(ids).size === ids.length ? list : null;
}

/** Whether a drive has room for so much more. */
function hasRoom(world: World, entries: Entries, place: string, kilobytes: number): boolean {
  const drive = world.drives.find(({ id }) => id === driveOf(entries, place));
  return drive?.size === undefined || takenOn(entries, drive.id) + kilobytes <= drive.size;
}

function move(world: World, state: State, ids: readonly string[], to: string): State | null {
  const { entries } = state;
  const list = chosen(entries, ids);
  if (!list || !isPlace(world, entries, to)) return null;
  let next = entries;
  for (const entry of list) {
    if (entry.parent === to || liesIn(next, to, entry.id) || isTaken(next, to, entry.name)) {
      return null;
    }
    const staysOn = driveOf(next, entry.id) === driveOf(next, to);
    if (!staysOn && !hasRoom(world, next, to, sizeOf(next, entry.id))) return null;
    next = replaced(next, [{ ...entry, parent: to }]);
  }
  return { ...state, entries: next };
}

function copy(world: World, state: State, ids: readonly string[], to: string): State | null {
  const list = chosen(state.entries, ids);
  if (!list || !isPlace(world, state.entries, to)) return null;
  let { entries, made } = state;
  for (const entry of list) {
    const all = withContents(entries, entry.id);
    if (isTaken(entries, to, entry.name) || liesIn(entries, to, entry.id)) return null;
    if (made + all.length > 99 || !hasRoom(world, entries, to, sizeOf(entries, entry.id))) {
      return null;
    }
    const names = new Map(all.map(({ id }, index) => [id, `k${String(made + index + 1)}`]));
    made += all.length;
    entries = replaced(
      entries,
      all.map((one) => ({
        ...one,
        id: names.get(one.id) ?? one.id,
        parent: one.id === entry.id ? to : (names.get(one.parent) ?? to),
        origin: one.origin ?? one.id,
      })),
    );
  }
  return { ...state, entries, made };
}

function remove(state: State, ids: readonly string[]): State | null {
  const list = chosen(state.entries, ids);
  if (!list) return null;
  const gone = list.map((entry) => ({ ...entry, parent: BIN, before: entry.parent }));
  const isHere = gone.some(({ id }) => liesIn(state.entries, state.here, id));
  const [first] = list;
  return {
    ...state,
    entries: replaced(state.entries, gone),
    here: isHere && first ? first.parent : state.here,
  };
}

function recover(world: World, state: State, id: string): State | null {
  const entry = state.entries[id];
  if (entry?.parent !== BIN || entry.before === null) return null;
  const { before } = entry;
  if (!isPlace(world, state.entries, before) || isTaken(state.entries, before, entry.name)) {
    return null;
  }
  return {
    ...state,
    entries: replaced(state.entries, [{ ...entry, parent: before, before: null }]),
  };
}

function empty(state: State): State | null {
  const inBin = Object.values(state.entries).filter(({ parent }) => parent === BIN);
  if (inBin.length === 0) return null;
  const gone = new Set(
    inBin.flatMap(({ id }) => withContents(state.entries, id)).map(({ id }) => id),
  );
  const left = Object.entries(state.entries).filter(([id]) => !gone.has(id));
  return { ...state, entries: Object.fromEntries(left) };
}

function share(world: World, state: State, event: Extract<Event, { do: 'share' }>): State | null {
  const { what, with: who, right } = event;
  const drive = driveOf(state.entries, what);
  const isCloud = world.drives.some(({ id, type }) => id === drive && type === 'cloud');
  const isKnown = who === LINK || world.people.some(({ id }) => id === who);
  const key = `${what} ${who}`;
  if (!state.entries[what] || !isCloud || !isKnown || (state.shares[key] ?? 'none') === right) {
    return null;
  }
  return { ...state, shares: { ...state.shares, [key]: right } };
}

/** A file explorer: folders and files are opened, looked at, made, moved, copied, shared. */
export const machine: Machine<World, State, Event> = {
  start: (world) => ({
    entries: entriesOf(world),
    here: world.drives[0]?.id ?? BIN,
    shares: {},
    looked: [],
    made: 0,
  }),

  step(world, state, event) {
    const { entries } = state;
    switch (event.do) {
      case 'open':
        if (event.folder !== BIN && !isPlace(world, entries, event.folder)) return null;
        return { ...state, here: event.folder };
      case 'look': {
        const isThere =
          entries[event.what] !== undefined || world.drives.some(({ id }) => id === event.what);
        if (!isThere) return null;
        if (state.looked.includes(event.what)) return state;
        return { ...state, looked: [...state.looked, event.what] };
      }
      case 'create': {
        const { in: parent, name } = event;
        if (!isPlace(world, entries, parent) || !isName(name) || state.made >= 99) return null;
        if (isTaken(entries, parent, name)) return null;
        const made = state.made + 1;
        const rest = { size: 0, date: null, before: null, origin: null, version: null };
        const folder: Entry = { id: `n${String(made)}`, type: 'folder', name, parent, ...rest };
        return { ...state, made, entries: replaced(entries, [folder]) };
      }
      case 'rename': {
        const entry = chosen(entries, [event.what])?.[0];
        if (!entry || !isName(event.name) || entry.name === event.name) return null;
        const others = Object.fromEntries(
          Object.entries(entries).filter(([id]) => id !== entry.id),
        );
        if (isTaken(others, entry.parent, event.name)) return null;
        return { ...state, entries: replaced(entries, [{ ...entry, name: event.name }]) };
      }
      case 'move':
        return move(world, state, event.what, event.to);
      case 'copy':
        return copy(world, state, event.what, event.to);
      case 'delete':
        return remove(state, event.what);
      case 'recover':
        return recover(world, state, event.what);
      case 'empty':
        return empty(state);
      case 'share':
        return share(world, state, event);
      case 'revert': {
        const entry = chosen(entries, [event.what])?.[0];
        const kept = world.files.find(({ id }) => id === event.what)?.versions ?? [];
        if (!entry || entry.version === event.version) return null;
        if (!kept.some(({ id }) => id === event.version)) return null;
        return { ...state, entries: replaced(entries, [{ ...entry, version: event.version }]) };
      }
    }
  },
};
