import { readMigrationFiles } from 'drizzle-orm/migrator';
import { NewerSchema } from '../errors.ts';

/** The instant by which the newest migration of a folder is known, in milliseconds. */
function newestMigration(migrationsFolder: string): number {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1);
  if (!newest) throw new Error(`${migrationsFolder} holds no migration.`);
  return newest.folderMillis;
}

/**
 * Whether a database needs the migrations of a folder; `applied` is the newest that it knows.
 * Throws `NewerSchema` for one that a newer version of the product has migrated: what that added
 * would be neither read nor kept right.
 */
export function needsMigration(migrationsFolder: string, applied: number | null): boolean {
  const newest = newestMigration(migrationsFolder);
  if (applied !== null && applied > newest) {
    throw new NewerSchema(
      'The database was brought up to date by a newer version of Jalon: start that version, or restore a backup made before it.',
    );
  }
  return applied !== newest;
}
