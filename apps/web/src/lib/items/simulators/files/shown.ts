import type { LogOf, PresentedOf } from '@jalon/items/contract';
import { BIN, type Entries, extensionOf, type State } from '@jalon/items/machines/files';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export type World = PresentedOf<'files'>['world'];
type FilesEvent = Exclude<LogOf<'files'>[number], { do: 'restart' }>;

/** Something to be done, and what is said once it is. */
export interface Task {
  event: FilesEvent;
  said: (nameOf: (id: string) => string) => string;
}

/** What a drive, a folder, a file or the bin is called. */
export function nameOf({ drives }: World, { entries }: State, id: string): string {
  if (id === BIN) return m.sim_files_bin();
  return entries[id]?.name ?? drives.find((drive) => drive.id === id)?.name ?? id;
}

/** A file's name as lists show it: without what follows its last dot, where that is hidden. */
export function shownName({ extensions }: World, type: 'folder' | 'file', name: string): string {
  const extension = extensionOf(name);
  if (type === 'folder' || extensions || extension === '') return name;
  return name.slice(0, -extension.length - 1);
}

const KILOBYTES_IN = { megabyte: 1000, gigabyte: 1_000_000 };

/** A size in kilobytes, in the unit that suits it. */
export function sizeText(kilobytes: number): string {
  const unit =
    kilobytes >= KILOBYTES_IN.gigabyte
      ? 'gigabyte'
      : kilobytes >= KILOBYTES_IN.megabyte
        ? 'megabyte'
        : 'kilobyte';
  const value = unit === 'kilobyte' ? kilobytes : kilobytes / KILOBYTES_IN[unit];
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(value);
}

/** Every drive and folder, with the way to it: where things can be put. */
export function placesOf({ drives }: World, entries: Entries): { id: string; path: string }[] {
  const below = (parent: string, path: string): { id: string; path: string }[] =>
    Object.values(entries)
      .filter((entry) => entry.type === 'folder' && entry.parent === parent)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
      .flatMap(({ id, name }) => {
        const own = `${path} › ${name}`;
        return [{ id, path: own }, ...below(id, own)];
      });
  return drives.flatMap(({ id, name }) => [{ id, path: name }, ...below(id, name)]);
}

/** The drive and folders on the way to a place, from the drive on. */
export function wayTo(entries: Entries, place: string): string[] {
  const entry = entries[place];
  return entry ? [...wayTo(entries, entry.parent), place] : [place];
}
