import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyBackup } from './index.ts';
import { openBackedUp } from './testing.ts';

let served: ReturnType<typeof openBackedUp>;
afterEach(() => served.remove());

const inFirst = (name: string): string => join(served.folder, 'generations', '000001', name);

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

/** Some epochs of a few moments each. */
async function someEpochs(): Promise<{ at: Date; held: string }[]> {
  const marks = [await served.mark()];
  for (let turn = 0; turn < 9; turn += 1) {
    served.write(40);
    marks.push(await served.mark());
  }
  expect(existsSync(inFirst('00000003.wal'))).toBe(true);
  return marks;
}

describe('a damaged backup', () => {
  it('that was torn at its end is restored up to the last whole commit', async () => {
    served = openBackedUp({ mostWalBytes: 1024 * 1024 * 1024 });
    await served.mark();
    served.write(10);
    const { held } = await served.mark();
    served.write(10);
    const later = await served.mark();
    const wal = inFirst('00000001.wal');
    truncateSync(wal, statSync(wal).size - 100);
    expect(await served.restored(null)).toBe(held);
    expect(await served.restored(later.at)).toBe(held);
    expect((await verifyBackup(served.folder)).problems).toHaveLength(1);
  });

  it('that holds commits no line speaks of yet is restored with them', async () => {
    served = openBackedUp({ mostWalBytes: 1024 * 1024 * 1024 });
    await served.mark();
    served.write(10);
    await served.mark();
    served.write(10);
    await served.mark();
    const moments = inFirst('00000001.moments');
    truncateSync(moments, statSync(moments).size - 10);
    expect(await served.restored(null)).toBe(served.dump());
  });

  it.each([
    ['nothing is in yet', ''],
    ['a torn beginning alone is in', 'x'.repeat(40)],
  ])('whose next epoch was just begun, and %s, is restored without it', async (_, content) => {
    served = openBackedUp({ mostWalBytes: 1024 * 1024 * 1024 });
    await served.mark();
    served.write(10);
    const { held } = await served.mark();
    expect(existsSync(inFirst('00000002.wal'))).toBe(false);
    writeFileSync(inFirst('00000002.wal'), content);
    expect(await served.restored(null)).toBe(held);
    writeFileSync(inFirst('00000002.moments'), readFileSync(inFirst('00000001.moments')));
    await expect(served.restored(null)).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('with a hole in the middle is refused from there on, with the last moment before it', async () => {
    served = openBackedUp();
    const marks = await someEpochs();
    const end = readFileSync(inFirst('00000001.moments'), 'utf8').trim().split('\n').at(-1) ?? '';
    const lastBefore = new Date(Number(/"at":(\d+)/.exec(end)?.[1]));
    rmSync(inFirst('00000002.wal'));
    rmSync(inFirst('00000002.moments'));
    await expect(served.restored(null)).rejects.toMatchObject({ fault: 'damaged' });
    await expect(served.restored(null)).rejects.toThrow(lastBefore.toISOString());
    const inHole = new Date(lastBefore.getTime() + 1_000);
    await expect(served.restored(inHole)).rejects.toMatchObject({ fault: 'damaged' });
    const known = marks.find(({ at }) => at.getTime() === lastBefore.getTime());
    expect(await served.restored(lastBefore)).toBe(known?.held);
    expect((await verifyBackup(served.folder)).problems).toHaveLength(1);
  });

  it('whose commits have rotted is found by a check, and refused by a restore', async () => {
    served = openBackedUp();
    const marks = await someEpochs();
    expect((await verifyBackup(served.folder)).problems).toEqual([]);
    flipByte(inFirst('00000002.wal'), 20_000);
    const [problem, ...others] = (await verifyBackup(served.folder)).problems;
    expect(others).toEqual([]);
    expect(problem?.file).toBe(inFirst('00000002.wal'));
    await expect(served.restored(null)).rejects.toMatchObject({ fault: 'damaged' });
    expect(await served.restored(marks[1]?.at ?? null)).toBe(marks[1]?.held);
  });

  it('whose last epoch has rotted within what was shipped is not taken for a torn one', async () => {
    served = openBackedUp({ mostWalBytes: 1024 * 1024 * 1024 });
    await served.mark();
    served.write(10);
    await served.mark();
    flipByte(inFirst('00000001.wal'), 9_000);
    await expect(served.restored(null)).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('whose newest snapshot has rotted is restored from the one before', async () => {
    served = openBackedUp();
    await someEpochs();
    await served.backup.snapshot();
    served.write(5);
    const { held } = await served.mark();
    const snapshots = readdirSync(inFirst('.')).filter((name) => name.endsWith('.sqlite'));
    expect(snapshots).toHaveLength(2);
    flipByte(inFirst(snapshots.sort().at(-1) ?? ''), 5_000);
    expect((await verifyBackup(served.folder)).problems).toHaveLength(1);
    expect(await served.restored(null)).toBe(held);
  });

  it('whose list of moments has rotted cannot tell its moments, and is restored to the last', async () => {
    served = openBackedUp();
    await someEpochs();
    const [line] = readFileSync(inFirst('00000002.moments'), 'utf8').split('\n');
    const second = readFileSync(inFirst('00000002.moments'), 'utf8').split('\n').at(1) ?? '';
    const at = new Date(Number(/"at":(\d+)/.exec(second)?.[1]));
    flipByte(inFirst('00000002.moments'), (line?.length ?? 0) - 30);
    expect((await verifyBackup(served.folder)).problems).toHaveLength(1);
    await expect(served.restored(at)).rejects.toMatchObject({ fault: 'damaged' });
    expect(await served.restored(null)).toBe(served.dump());
  });

  it('that is not there is said to be missing', async () => {
    served = openBackedUp({ folder: '/nowhere/at/all' });
    await expect(served.backup.flush()).rejects.toMatchObject({ fault: 'unavailable' });
    await expect(served.restored(null)).rejects.toMatchObject({ fault: 'no-backup' });
  });
});

describe('a backup folder that cannot be written', () => {
  it('leaves the database alone, and has everything once it is back', async () => {
    served = openBackedUp();
    await someEpochs();
    renameSync(served.folder, `${served.folder}-away`);
    served.write(5);
    await expect(served.backup.flush()).rejects.toMatchObject({ fault: 'unavailable' });
    expect(served.backup.state().lastError).toContain('missing');
    expect(served.backup.state().lagBytes).toBeGreaterThan(0);
    expect(existsSync(served.folder)).toBe(false);
    renameSync(`${served.folder}-away`, served.folder);
    const { held } = await served.mark();
    expect(served.backup.state()).toMatchObject({ generation: 1, lagBytes: 0, lastError: null });
    expect(await served.restored(null)).toBe(held);
  });

  it('is given up when the WAL has grown too large, and begins anew once it is back', async () => {
    served = openBackedUp();
    const before = await served.mark();
    renameSync(served.folder, `${served.folder}-away`);
    for (let turn = 0; turn < 60; turn += 1) {
      served.write(40);
      await served.backup.flush().catch(() => undefined);
    }
    expect(statSync(`${served.file}-wal`).size).toBeLessThan(8 * 1024 * 1024);
    renameSync(`${served.folder}-away`, served.folder);
    const { held } = await served.mark();
    expect(served.backup.state().generation).toBe(2);
    expect(await served.restored(null)).toBe(held);
    expect(await served.restored(before.at)).toBe(before.held);
  });

  it('that takes no more bytes is said to be so, and goes on where there is room again', async () => {
    served = openBackedUp();
    await served.mark();
    symlinkSync('/dev/full', inFirst('00000001.wal'));
    served.write(5);
    await expect(served.backup.flush()).rejects.toMatchObject({ fault: 'unavailable' });
    served.write(5);
    rmSync(inFirst('00000001.wal'));
    const { held } = await served.mark();
    expect(served.backup.state()).toMatchObject({ generation: 1, lastError: null });
    expect(await served.restored(null)).toBe(held);
  });
});

describe('a database whose file was put there anew', () => {
  it('is copied although nothing is committed after', async () => {
    // Each look moves all that was committed into the main file.
    served = openBackedUp({ mostWalBytes: 1 });
    await served.mark();
    served.write(5);
    await served.mark();
    const files = [served.file, `${served.file}-wal`];
    const bytes = files.map((file) => readFileSync(file));
    await served.restart(() => files.forEach((file, at) => writeFileSync(file, bytes[at] ?? '')));
    await served.backup.snapshot();
    const { at, held } = await served.mark();
    expect(await served.restored(at)).toBe(held);
  });
});

describe('a clock that is set back', () => {
  it('does not change the order of commits, and a moment means the last time it was read', async () => {
    served = openBackedUp();
    served.write(3);
    const first = await served.mark();
    served.write(3);
    await served.mark();
    served.passMs(-3_600_000);
    served.write(3);
    const earlier = await served.mark();
    served.passMs(3_600_000);
    served.write(3);
    const last = await served.mark();
    expect(await served.restored(null)).toBe(last.held);
    expect(await served.restored(new Date(first.at.getTime() - 1_800_000))).toBe(earlier.held);
    await served.restart();
    served.write(3);
    expect(await served.restored((await served.mark()).at)).toBe(served.dump());
  });
});
