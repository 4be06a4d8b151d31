import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EngineAtRisk } from './engine-at-risk.ts';

/** The product's own SQLite file: it is looked into as a copy, for the product is to recover it itself. */
export function sqliteAtRisk(folder: string): EngineAtRisk {
  const file = join(folder, 'jalon.sqlite');
  const copy = join(folder, 'look.sqlite');
  return {
    database: `file:${file}`,
    draw: () => 'the API',
    killDatabase: async () => undefined,
    startDatabase: async () => undefined,
    toLookInto() {
      for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
      copyFileSync(file, copy);
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
      return `file:${copy}`;
    },
    damage: () => damageOf(copy),
    damageInFull: () => damageOf(copy),
    remove: async () => undefined,
  };
}

/** What SQLite's own check finds wrong in a file. */
export function damageOf(file: string): string[] {
  const database = new DatabaseSync(file);
  const found = [
    ...database.prepare('pragma integrity_check').all(),
    ...database.prepare('pragma foreign_key_check').all(),
  ].map((row) => Object.values(row).join(' '));
  database.close();
  return found.filter((line) => line !== 'ok');
}
