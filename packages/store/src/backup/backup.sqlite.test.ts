import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { listBackups, restoreBackup, verifyBackup } from './index.ts';
import { openBackedUp, write } from './testing.ts';

let served: ReturnType<typeof openBackedUp>;
afterEach(() => served.remove());

describe('a continuous backup', () => {
  it('restores the last moment, and each moment before it', async () => {
    served = openBackedUp();
    const marks = [];
    for (let turn = 0; turn < 5; turn += 1) {
      served.write(30);
      marks.push(await served.mark());
    }
    expect(await served.restored(null)).toBe(served.dump());
    for (const { at, held } of marks) expect(await served.restored(at)).toBe(held);
  });

  it('restores a moment between two shipments to the one before', async () => {
    served = openBackedUp();
    served.write(3);
    const { at, held } = await served.mark();
    served.write(3);
    served.passMs(10_000);
    await served.mark();
    expect(await served.restored(new Date(at.getTime() + 9_000))).toBe(held);
  });

  it('begins the WAL anew once it is large and shipped, within the same generation', async () => {
    served = openBackedUp();
    for (let turn = 0; turn < 12; turn += 1) {
      served.write(50);
      await served.mark();
    }
    expect(statSync(`${served.file}-wal`).size).toBeLessThan(512 * 1024);
    const [only, ...others] = await listBackups(served.folder);
    expect(others).toEqual([]);
    expect(only?.snapshots).toHaveLength(1);
    expect(await served.restored(null)).toBe(served.dump());
  });

  it('goes on in the same generation after a clean restart, and in a new one after a foreign write', async () => {
    served = openBackedUp();
    served.write(5);
    await served.mark();
    await served.restart();
    served.write(5);
    await served.mark();
    expect(served.backup.state().generation).toBe(1);
    await served.restart(() => {
      const other = new Database(served.file);
      write(other, 3, 100);
      other.close();
    });
    const { held } = await served.mark();
    expect(served.backup.state().generation).toBe(2);
    expect(await served.restored(null)).toBe(held);
  });

  it('lets no other process throw away commits that are not shipped', async () => {
    served = openBackedUp();
    await served.mark();
    const other = new Database(served.file);
    for (let turn = 0; turn < 20; turn += 1) {
      served.write(5);
      write(other, 5, 800);
      other.pragma('wal_checkpoint(PASSIVE)');
    }
    other.close();
    const { held } = await served.mark();
    expect(served.backup.state().generation).toBe(1);
    expect(await served.restored(null)).toBe(held);
  });

  it('copies as soon as it is asked to, once a reader that was in the way has gone', async () => {
    served = openBackedUp();
    const reader = new Database(served.file, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from note').get();
    await served.restart(() => {
      const other = new Database(served.file);
      write(other, 3, 100);
      other.close();
    });
    await expect(served.mark()).rejects.toThrow('not copied yet');
    reader.close();
    const { held } = await served.mark();
    expect(await served.restored(null)).toBe(held);
  });

  it('loses nothing while a reader keeps the WAL from beginning anew', async () => {
    served = openBackedUp();
    served.write(20);
    await served.mark();
    const reader = new Database(served.file, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from note').get();
    const marks = [];
    for (let turn = 0; turn < 6; turn += 1) {
      served.write(40);
      marks.push(await served.mark());
    }
    reader.close();
    for (let turn = 0; turn < 3; turn += 1) {
      served.write(40);
      marks.push(await served.mark());
    }
    expect(served.backup.state().generation).toBe(1);
    for (const { at, held } of marks) expect(await served.restored(at)).toBe(held);
  });

  it('is not copied while a reader keeps the database file from holding everything', async () => {
    served = openBackedUp();
    await served.mark();
    const reader = new Database(served.file, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from note').get();
    served.write(10);
    await expect(served.backup.snapshot()).rejects.toMatchObject({ fault: 'unavailable' });
    expect((await listBackups(served.folder))[0]?.snapshots).toHaveLength(1);
    reader.close();
    await served.backup.snapshot();
    expect((await listBackups(served.folder))[0]?.snapshots).toHaveLength(2);
    expect(await served.restored(null)).toBe(served.dump());
  });

  it('copies the database every day, and removes what is older than is kept', async () => {
    served = openBackedUp({ keepMs: 3 * 24 * 3_600_000 });
    const marks = [];
    for (let day = 0; day < 8; day += 1) {
      served.write(20);
      marks.push(await served.mark());
      await served.backup.snapshot();
      served.passMs(24 * 3_600_000);
    }
    const [backup] = await listBackups(served.folder);
    expect(backup?.snapshots.length).toBeLessThan(7);
    const kept = marks.slice(-3);
    for (const { at, held } of kept) expect(await served.restored(at)).toBe(held);
    await expect(served.restored(marks[0]?.at ?? null)).rejects.toMatchObject({
      fault: 'too-early',
    });
    expect((await verifyBackup(served.folder)).problems).toEqual([]);
  });

  it('never shows its files to other users, and never writes over a database', async () => {
    served = openBackedUp();
    await served.mark();
    served.write(1);
    await served.mark();
    const generation = join(served.folder, 'generations', '000001');
    expect(statSync(generation).mode & 0o777).toBe(0o700);
    expect(statSync(join(generation, '00000001.wal')).mode & 0o777).toBe(0o600);
    const restore = { folder: served.folder, to: null, target: served.file };
    await expect(restoreBackup(restore)).rejects.toMatchObject({ fault: 'target-exists' });
  });
});
