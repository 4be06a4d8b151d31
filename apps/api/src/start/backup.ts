import { type Backup, type Store, usualBackup } from '@jalon/store';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { CannotStart } from './cannot-start.ts';

/** Begins the continuous backup that the settings ask for, if they do. */
export function beginBackup(
  store: Pick<Store, 'backUp'>,
  { backupFolder }: Pick<Config, 'backupFolder'>,
  { clock, log }: { clock: () => Date; log: FastifyBaseLogger },
): Backup | null {
  if (backupFolder === null) return null;
  const backup = store.backUp({ ...usualBackup, folder: backupFolder, clock, log });
  if (backup === null) {
    throw new CannotStart(
      'JALON_BACKUP is set, and JALON_DATABASE is PostgreSQL, which is backed up by its own tools (docs/operations.md): unset JALON_BACKUP.',
    );
  }
  return backup;
}

/** What whoever starts a real service should know of its backup; none where all is well. */
export function backupLines({ demo, database, backupFolder }: Config): string[] {
  const needsOne = !demo && database.startsWith('file:') && backupFolder === null;
  return needsOne ? ['No backup is kept: give a folder on another disk in JALON_BACKUP.'] : [];
}
