import type { World } from './contract.ts';

/** A folder or a file, where it lies now. */
export interface Entry {
  id: string;
  type: 'folder' | 'file';
  name: string;
  /** The drive or folder it lies in, or `BIN`. */
  parent: string;
  /** Where it lay before it was deleted. */
  before: string | null;
  /** In kilobytes; a folder itself takes none. */
  size: number;
  date: string | null;
  /** What it is a copy of. */
  origin: string | null;
  /** The version it was put back to. */
  version: string | null;
}
export type Entries = Readonly<Record<string, Entry>>;

/** The recycle bin. */
export const BIN = 'bin';

/** Something new in the world: neither deleted, nor a copy, nor put back. */
const found = { before: null, origin: null, version: null };

/** Every folder and file as the pupil finds them. */
export function entriesOf({ folders, files }: World): Entries {
  const all: Entry[] = [
    ...folders.map(({ id, name, in: parent }): Entry => ({
      id,
      type: 'folder',
      name,
      parent,
      size: 0,
      date: null,
      ...found,
    })),
    ...files.map(({ id, name, in: parent, size, date }): Entry => ({
      id,
      type: 'file',
      name,
      parent,
      size,
      date,
      ...found,
    })),
  ];
  return Object.fromEntries(all.map((entry) => [entry.id, entry]));
}

/** What lies in a drive, a folder or the bin itself, folders first, by name. */
export const inside = (entries: Entries, place: string): Entry[] =>
  Object.values(entries)
    .filter(({ parent }) => parent === place)
    .toSorted((a, b) =>
      a.type === b.type ? a.name.localeCompare(b.name, 'fr') : a.type === 'folder' ? -1 : 1,
    );

/** An entry and all that lies in it, however deep. */
export function withContents(entries: Entries, id: string): Entry[] {
  const entry = entries[id];
  if (!entry) return [];
  const own = Object.values(entries).filter(({ parent }) => parent === id);
  return [entry, ...own.flatMap((one) => withContents(entries, one.id))];
}

/** How much an entry takes with all that lies in it, in kilobytes. */
export const sizeOf = (entries: Entries, id: string): number =>
  withContents(entries, id).reduce((sum, { size }) => sum + size, 0);

/** The drive that an entry or a place lies on; `BIN` for what was deleted. */
export function driveOf(entries: Entries, place: string): string {
  const entry = entries[place];
  return entry ? driveOf(entries, entry.parent) : place;
}

/** How much of a drive is taken, in kilobytes: what was deleted counts until the bin is emptied. */
export function takenOn(entries: Entries, drive: string): number {
  return Object.values(entries)
    .filter(({ parent, before }) => parent === drive || (parent === BIN && isOn(before)))
    .reduce((sum, { id }) => sum + sizeOf(entries, id), 0);

  function isOn(before: string | null): boolean {
    return before !== null && driveOf(entries, before) === drive;
  }
}

/** Whether a place lies in a folder, or is that folder. */
export function liesIn(entries: Entries, place: string, folder: string): boolean {
  if (place === folder) return true;
  const entry = entries[place];
  return entry !== undefined && liesIn(entries, entry.parent, folder);
}

/** What follows the last dot of a name, in small letters; nothing where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Whether a name can be given to a file or a folder. */
export const isName = (name: string): boolean =>
  name.trim() === name && name !== '' && !/[\\/:*?"<>|]/.test(name) && !/^\.+$/.test(name);

/** Whether a place has something of that name already, whatever its capitals. */
export const isTaken = (entries: Entries, place: string, name: string): boolean =>
  Object.values(entries).some(
    (entry) => entry.parent === place && entry.name.toLowerCase() === name.toLowerCase(),
  );
