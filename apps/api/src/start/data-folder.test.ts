import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { keepSecret, prepareDataFolder } from './data-folder.ts';
import { openDataStore } from './open-data-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('the data folder', () => {
  it('is made, for its user alone', () => {
    const inner = join(folder, 'a/b');
    prepareDataFolder(inner);
    prepareDataFolder(inner);
    expect(modeOf(inner)).toBe(0o700);
  });

  it('that cannot be made stops the start with a sentence', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => prepareDataFolder(join(file, 'data'))).toThrow(CannotStart);
    expect(() => prepareDataFolder(join(file, 'data'))).toThrow(/^JALON_DATA is .*: give the path/);
  });
});

describe("the demo's secret", () => {
  it('is drawn once, kept for its user alone, and never the same for two demos', () => {
    const secret = keepSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keepSecret(folder)).toBe(secret);
    expect(modeOf(join(folder, 'secret'))).toBe(0o600);
    rmSync(join(folder, 'secret'));
    expect(keepSecret(folder)).not.toBe(secret);
  });

  it('that was emptied stops the start: the cards depend on it', () => {
    writeFileSync(join(folder, 'secret'), '');
    expect(() => keepSecret(folder)).toThrow(CannotStart);
  });
});

describe('the database', () => {
  it('that is none stops the start with a sentence', async () => {
    const file = join(folder, 'jalon.sqlite');
    writeFileSync(file, 'this is no database, however long it may be'.repeat(100));
    await expect(openDataStore(`file:${file}`)).rejects.toThrow(CannotStart);
    await expect(openDataStore(`file:${file}`)).rejects.toThrow(
      /cannot be opened \(SQLITE_NOTADB\)/,
    );
  });
});
