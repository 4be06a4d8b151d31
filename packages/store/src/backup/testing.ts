import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BackupOptions } from './options.ts';
import { restoreBackup } from './restore.ts';
import { type Backup, startBackup } from './start.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A database with its backup in a folder of its own, and a clock that is set by hand: for tests. */
export function openBackedUp(over: Partial<BackupOptions> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'jalon-backup-'));
  mkdirSync(join(root, 'data'));
  const file = join(root, 'data', 'jalon.sqlite');
  const folder = join(root, 'backup');
  let nowMs = Date.UTC(2026, 9, 1);
  let restored = 0;
  const opened = { connection: open(file), backup: null as Backup | null };
  const settings = {
    folder,
    clock: () => new Date(nowMs),
    log: silent,
    everyMs: 3_600_000,
    snapshotEveryMs: 24 * 3_600_000,
    keepMs: 14 * 24 * 3_600_000,
    mostWalBytes: 64 * 1024,
    mostWaitingWalBytes: 1024 * 1024,
    ...over,
  };
  const self = {
    root,
    file,
    folder,
    get connection(): Database.Database {
      return opened.connection;
    },
    get backup(): Backup {
      if (!opened.backup) throw new Error('the backup is stopped');
      return opened.backup;
    },
    now: (): Date => new Date(nowMs),
    passMs(ms: number): void {
      nowMs += ms;
    },
    start(): void {
      opened.backup = startBackup({ ...settings, connection: opened.connection, file });
    },
    write(rows: number, bytes = 500): void {
      write(opened.connection, rows, bytes);
    },
    dump: (): string => dump(opened.connection),
    /** Ships, and gives the moment and what the database then held. */
    async mark(): Promise<{ at: Date; held: string }> {
      await self.backup.flush();
      const mark = { at: self.now(), held: self.dump() };
      nowMs += 1_000;
      return mark;
    },
    async restored(to: Date | null): Promise<string> {
      restored += 1;
      const target = join(root, `restored-${restored}.sqlite`);
      await restoreBackup({ folder, to, target });
      const copy = new Database(target);
      try {
        return dump(copy);
      } finally {
        copy.close();
      }
    },
    async stop(): Promise<void> {
      await opened.backup?.stop();
      opened.backup = null;
    },
    /** Ends as a server does, and opens the database again. */
    async restart(between: () => void = () => undefined): Promise<void> {
      await self.stop();
      opened.connection.close();
      between();
      opened.connection = open(file);
      self.start();
    },
    async remove(): Promise<void> {
      await self.stop();
      opened.connection.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  self.start();
  return self;
}

function open(file: string): Database.Database {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_autocheckpoint = 0');
  connection.exec('create table if not exists note (id integer primary key, word blob)');
  return connection;
}

/** Adds rows, and changes some of those that are there, in one commit. */
export function write(connection: Database.Database, rows: number, bytes: number): void {
  const add = connection.prepare('insert into note (word) values (randomblob(?))');
  const change = connection.prepare(
    'update note set word = randomblob(?) where id = abs(random()) % (select count(*) + 1 from note)',
  );
  connection.transaction(() => {
    for (let row = 0; row < rows; row += 1) {
      add.run(bytes);
      change.run(bytes);
    }
  })();
}

function dump(connection: Database.Database): string {
  const rows = connection.prepare('select id, hex(word) as word from note order by id').all();
  return `${rows.length} rows ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
}
