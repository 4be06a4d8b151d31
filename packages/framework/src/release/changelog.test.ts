import { expect, it } from 'vitest';
import { readCrcn } from '../testing/crcn.ts';
import { addToChangelog } from './changelog.ts';
import { diffReleases } from './diff.ts';
import { changesBetween } from './due.ts';

const { lock, release } = readCrcn();
const entry = (before: string, version: string, day: string) => ({
  version,
  day,
  sha256: lock(version).sha256,
  items: lock(version).items.length,
  changes: changesBetween(release(before), release(version)),
  diff: diffReleases(lock(before), lock(version)),
});

it('has the newest release first, each once, with what it adds', () => {
  const first = addToChangelog(null, {
    ...entry('1.0.0', '1.0.0', '2026-11-23'),
    changes: [],
    diff: null,
  });
  expect(first).toMatch(/; the first release\.\n\n- \d+ items\.\n$/);
  const older = addToChangelog(first, entry('1.0.0', '1.1.0', '2026-11-24'));
  const both = addToChangelog(older, entry('1.1.0', '1.2.0', '2026-11-25'));
  expect([...both.matchAll(/^## .*$/gm)].map(([heading]) => heading)).toEqual([
    '## 1.2.0 (2026-11-25)',
    '## 1.1.0 (2026-11-24)',
    '## 1.0.0 (2026-11-23)',
  ]);
  expect(both).toContain('- Items are added: 11.');
  expect(both).toContain(lock('1.2.0').sha256);
  expect(both.endsWith(older.slice(older.indexOf('## 1.1.0')))).toBe(true);
  expect(addToChangelog(both, entry('1.1.0', '1.2.0', '2026-11-30'))).toBe(both);
});
