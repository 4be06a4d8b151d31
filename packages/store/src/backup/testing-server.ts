import Database from 'better-sqlite3';
import { startBackup } from './start.ts';
import { write } from './testing.ts';

// A server of its own, to be killed: commits without end, and says what is in the backup for sure.
const [file, folder] = process.argv.slice(2);
if (file === undefined || folder === undefined) throw new TypeError('usage: FILE FOLDER');

const connection = new Database(file);
connection.pragma('journal_mode = WAL');
connection.pragma('synchronous = FULL');
connection.pragma('wal_autocheckpoint = 0');
connection.exec('create table if not exists note (id integer primary key, word blob)');
const note = (_fields: object, message: string): void => console.error(message);
const backup = startBackup({
  connection,
  file,
  folder,
  clock: () => new Date(),
  log: { info: note, warn: note, error: note },
  everyMs: 20,
  snapshotEveryMs: 3_600_000,
  keepMs: 3_600_000,
  mostWalBytes: 256 * 1024,
  mostWaitingWalBytes: 64 * 1024 * 1024,
});
const count = connection.prepare('select count(*) from note').pluck();
setInterval(() => write(connection, 2, 400), 1);
for (;;) {
  const rows: unknown = count.get();
  await backup.flush();
  console.log(`shipped ${String(rows)}`);
}
