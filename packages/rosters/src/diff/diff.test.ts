import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../read-roster.ts';
import type { Roster } from '../roster.ts';
import { letters, three, type WrittenPupil } from '../testing/pupils.ts';
import { applied, digest, noSchool, type SchoolState } from '../testing/school.ts';
import { inPieces, ondeCsv, reading, siecleXml } from '../testing/written-files.ts';
import { type Decisions, diffRoster } from './diff.ts';
import { keyRoster } from './keys.ts';

const nothingSaid: Decisions = { who: new Map(), absentHaveLeft: true };
const schoolYear = '2026-2027';

async function siecle(pupils: readonly WrittenPupil[]): Promise<Roster> {
  const { roster } = await readRoster(inPieces(siecleXml(pupils, { encoding: 'UTF-8' })), reading);
  if (!roster) throw new Error('The file of the test is not read.');
  return roster;
}

const diff = (roster: Roster, school: SchoolState, decisions = nothingSaid) =>
  diffRoster(keyRoster(roster, digest), school, { schoolYear, decisions });

/** The school once a file was imported. */
const after = (roster: Roster, school: SchoolState = noSchool, decisions = nothingSaid) =>
  applied(school, diff(roster, school, decisions));

const changedBy = (n: number, by: Partial<WrittenPupil>): WrittenPupil[] =>
  three.map((one, i) => (i === n ? { ...one, ...by } : one));

describe('what an import changes', () => {
  it('is everything at first, and nothing the second time', async () => {
    const roster = await siecle(three);
    const first = diff(roster, noSchool);
    expect(first.added).toHaveLength(3);
    expect(first.newClasses.map(({ name }) => name)).toEqual([
      '5EME B',
      '6EME A',
      '6 GR1',
      '6 LATIN',
    ]);
    const again = diff(roster, after(roster));
    expect(again).toEqual({
      schoolYear,
      newClasses: [],
      changedClasses: [],
      added: [],
      changed: [],
      same: 3,
      left: [],
      doubtful: [],
    });
  });

  it('is a move, a name put right, a group, somebody who is back', async () => {
    const school = after(await siecle(three));
    const moved = diff(await siecle(changedBy(0, { className: '6EME B' })), school);
    expect(moved.changed).toMatchObject([{ what: ['class'], after: { className: '6EME B' } }]);
    const renamed = diff(await siecle(changedBy(1, { firstName: 'Noé' })), school);
    expect(renamed.changed[0]?.what).toContain('name');
    const regrouped = diff(await siecle(changedBy(0, { groups: [] })), school);
    expect(regrouped.changed).toMatchObject([{ what: ['groups'] }]);
    const without = await siecle(three.slice(1));
    const gone = diff(without, school);
    expect(gone.left).toMatchObject([{ pupil: { firstName: 'Zoé' }, line: null }]);
    const back = diff(await siecle(three), after(without, school));
    expect(back.changed).toMatchObject([{ what: ['back'], pupil: { firstName: 'Zoé' } }]);
  });

  it('leaves nobody gone where a person says that the file is of a part only', async () => {
    const school = after(await siecle(three));
    const part = diff(await siecle(three.slice(1)), school, {
      ...nothingSaid,
      absentHaveLeft: false,
    });
    expect(part.left).toEqual([]);
  });

  it('takes nobody for gone whose row was set aside', async () => {
    const school = after(await siecle(three));
    for (const by of [{ birthDate: '' }, { firstName: '' }, { lastName: '=1' }]) {
      expect(diff(await siecle(changedBy(0, by)), school).left).toEqual([]);
    }
  });

  it('keeps the groups that a format does not name', async () => {
    const school = after(await siecle(three));
    const { roster } = await readRoster(inPieces(ondeCsv(three)), reading);
    if (!roster) throw new Error('The file of the test is not read.');
    const { changed, left, doubtful } = diff(roster, school);
    expect({ left, doubtful }).toEqual({ left: [], doubtful: [] });
    expect(changed.flatMap(({ what }) => what)).not.toContain('groups');
  });
});

describe('who a row is', () => {
  const known = async (by: Partial<WrittenPupil> = {}) => after(await siecle(changedBy(0, by)));

  it('is known by the INE alone, whatever else changed', async () => {
    const { changed, added } = diff(
      await siecle(changedBy(0, { id: '9', lastName: 'ORME', birthDate: '02/02/2014' })),
      await known(),
    );
    expect(added).toEqual([]);
    expect(changed).toMatchObject([
      { pupil: { lastName: 'AUBÉPINE' }, after: { lastName: 'ORME' } },
    ]);
  });

  it('is asked where only the name is that of a pupil', async () => {
    const namesake = { id: '9', birthDate: '05/05/2013', ine: undefined };
    const school = await known();
    const roster = await siecle(changedBy(0, namesake as Partial<WrittenPupil>));
    const { doubtful, added, left } = diff(roster, school);
    expect(doubtful).toMatchObject([{ why: 'same-name', candidates: [{ firstName: 'Zoé' }] }]);
    expect({ added, left }).toEqual({ added: [], left: [] });
    const line = doubtful[0]?.after.line ?? 0;
    const isNew = diff(roster, school, { ...nothingSaid, who: new Map([[line, null]]) });
    expect(isNew.added).toHaveLength(1);
    const isSame = diff(roster, school, { ...nothingSaid, who: new Map([[line, 'p0']]) });
    expect(isSame.changed).toMatchObject([{ pupil: { id: 'p0' } }]);
  });

  it('is somebody new where a pupil of that name has another INE', async () => {
    const other = { id: '9', birthDate: '05/05/2013', ine: '999999999ZZ' };
    const { added, doubtful } = diff(await siecle(changedBy(0, other)), await known());
    expect(added).toHaveLength(1);
    expect(doubtful).toEqual([]);
  });

  it('is asked where name and birth date are those of a pupil with another INE', async () => {
    const { doubtful } = diff(
      await siecle(changedBy(0, { id: '9', ine: '999999999ZZ' })),
      await known(),
    );
    expect(doubtful).toMatchObject([{ why: 'other-ine' }]);
  });

  it('is asked where its keys name two pupils', async () => {
    const { doubtful } = diff(
      await siecle(changedBy(0, { ine: '123456789AB' }).filter((_, i) => i !== 1)),
      await known(),
    );
    expect(doubtful).toMatchObject([{ why: 'keys-disagree', candidates: [{}, {}] }]);
  });
});

const writtenPupil = fc.record({
  id: fc.nat(12).map(String),
  lastName: fc.nat(3).map((n) => `Nom${letters(n)}`),
  firstName: fc.nat(2).map((n) => `Prénom${letters(n)}`),
  birthDate: fc.constantFrom('01/02/2014', '03/04/2013'),
  ine: fc.option(
    fc.nat(8).map((n) => `12345678${n}AA`),
    { nil: undefined },
  ),
  className: fc.option(fc.constantFrom('6A', '6B'), { nil: undefined }),
  groups: fc.subarray(['G1', 'G2']),
  mef: fc.constantFrom('10010012110', '10110001110'),
});
const file = fc.array(writtenPupil, { minLength: 1, maxLength: 12 }).map(
  (rows) =>
    rows.map(({ ine, className, ...row }) => ({
      ...row,
      ...(ine !== undefined && { ine }),
      ...(className !== undefined && { className }),
    })) as WrittenPupil[],
);

it('imported again, no file changes anything', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (before, now) => {
      const read = async (rows: readonly WrittenPupil[]) =>
        (await readRoster(inPieces(siecleXml(rows, { encoding: 'UTF-8' })), reading)).roster;
      const [one, two] = [await read(before), await read(now)];
      fc.pre(one !== null && two !== null);
      const school = after(two, after(one));
      const { added, changed, left, newClasses, changedClasses } = diff(two, school);
      expect({ added, changed, left, newClasses, changedClasses }).toEqual({
        ...{ added: [], changed: [], left: [], newClasses: [], changedClasses: [] },
      });
      const known = school.pupils.flatMap(({ keys }) => keys.siecle ?? []);
      expect(new Set(known).size).toBe(known.length);
    }),
    { numRuns: 500 },
  );
});
