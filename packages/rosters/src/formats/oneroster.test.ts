import { describe, expect, it } from 'vitest';
import { readRoster } from '../read-roster.ts';
import { three } from '../testing/pupils.ts';
import { inPieces, oneRosterFilesOf, reading, zipOf } from '../testing/written-files.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readRoster(inPieces(zipOf(files), 1_000), { ...reading, format: 'oneroster' });

describe('a OneRoster archive', () => {
  it.each(['1.1', '1.2'] as const)('of version %s gives pupils, and no staff', async (version) => {
    const { roster, problems } = await read(oneRosterFilesOf(three, { version }));
    expect(problems).toEqual([]);
    expect(roster).toMatchObject({ schoolYear: '2026-2027', isComplete: true });
    expect(roster?.pupils).toHaveLength(3);
    expect(roster?.pupils[0]).toMatchObject({
      firstName: 'Zoé',
      ine: '123456789AA',
      sourceId: '1001',
      className: '6EME A',
      groups: ['6 GR1', '6 LATIN'],
      yearGroup: 'CE1',
    });
  });

  it('of another school is refused; without an identifier a person is told to look', async () => {
    const other = await read(oneRosterFilesOf(three, { identifier: '0380002B' }));
    expect(other).toMatchObject({ roster: null, problems: [{ code: 'wrong-school', line: 2 }] });
    const none = await read(oneRosterFilesOf(three, { identifier: '' }));
    expect(none.problems).toMatchObject([{ code: 'school-unchecked', file: 'orgs.csv' }]);
    expect(none.roster?.pupils).toHaveLength(3);
  });

  it('with one file in the place of another is refused, by the name of the file', async () => {
    const files = oneRosterFilesOf(three);
    const swapped = { ...files, 'users.csv': files['enrollments.csv'] ?? '' };
    expect(await read(swapped)).toMatchObject({
      roster: null,
      problems: [{ code: 'wrong-heading', file: 'users.csv', about: { expected: 'users.csv' } }],
    });
    const without = Object.entries(files).filter(([name]) => name !== 'classes.csv');
    expect(await read(Object.fromEntries(without))).toMatchObject({
      problems: [{ code: 'missing-file' }],
    });
  });

  it('that is a delta names nobody as gone by leaving them out', async () => {
    const files = oneRosterFilesOf(three);
    const manifest = (files['manifest.csv'] ?? '').replace('users,bulk', 'users,delta');
    const { roster } = await read({ ...files, 'manifest.csv': manifest });
    expect(roster?.isComplete).toBe(false);
  });

  it('names who is to be deleted as gone', async () => {
    const files = oneRosterFilesOf(three);
    const users = (files['users.csv'] ?? '').replace('1002,active', '1002,tobedeleted');
    const { roster, problems } = await read({ ...files, 'users.csv': users });
    expect(problems).toMatchObject([{ code: 'has-left', line: 3, file: 'users.csv' }]);
    expect(roster?.pupils.filter(({ leftOn }) => leftOn !== null)).toHaveLength(1);
  });
});
