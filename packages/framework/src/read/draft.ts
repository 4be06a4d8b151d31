import { folderStamp } from './folder-stamp.ts';
import { type FrameworkReading, readFramework } from './read-folder.ts';

/** The working folder as it is now, and the name of that state. */
export interface Draft extends FrameworkReading {
  stamp: string;
}

/** A framework's folder at work: it is read again once a file in it has changed. */
export interface WorkingFolder {
  stamp(): string;
  read(): Draft;
}

/** Follows a folder. Paths are shown from the folder `shownFrom`. */
export function followFolder(folder: string, shownFrom: string): WorkingFolder {
  let last: Draft | null = null;
  return {
    stamp: () => folderStamp(folder),
    read() {
      const stamp = folderStamp(folder);
      if (last?.stamp !== stamp) last = { stamp, ...readFramework(folder, shownFrom) };
      return last;
    },
  };
}
