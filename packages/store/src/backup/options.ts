import type { Database } from 'better-sqlite3';

export interface BackupLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface BackupOptions {
  /** The connection that the server writes with. Nothing else may checkpoint the database. */
  connection: Database;
  /** The path of the database. */
  file: string;
  /** Where the backup goes, best on another disk. Its parent must be there. */
  folder: string;
  clock: () => Date;
  log: BackupLog;
  /** How often commits are shipped: what a lost disk may cost. */
  everyMs: number;
  /** How often the whole database is copied: how many commits a restore has to go through. */
  snapshotEveryMs: number;
  /** How far back a moment can be restored. */
  keepMs: number;
  /** The WAL is begun anew when it is larger, and all of it is in the backup. */
  mostWalBytes: number;
  /** Where the backup cannot be written and the WAL grows larger than this, the chain is given up. */
  mostWaitingWalBytes: number;
}

/** What suits a server that keeps its backup on another disk of the same machine. */
export const usualBackup = {
  everyMs: 1_000,
  snapshotEveryMs: 24 * 3_600_000,
  keepMs: 14 * 24 * 3_600_000,
  mostWalBytes: 16 * 1024 * 1024,
  mostWaitingWalBytes: 512 * 1024 * 1024,
};

export interface BackupState {
  /** When everything committed was last known to be in the backup; null before the first time. */
  lastShippedAt: Date | null;
  /** Committed bytes that are not in the backup yet. */
  lagBytes: number;
  /** The unbroken chain that is being written; null where none could be begun. */
  generation: number | null;
  lastSnapshotAt: Date | null;
  /** Why the backup does not advance, in a sentence; null where it does. */
  lastError: string | null;
}
