import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { declareTables } from '../tables/index.ts';
import { postgresKit } from '../tables/kit.ts';
import { idOf, openTestStore, type TestStore } from '../testing/index.ts';
import { otherTables, schoolTables } from './tables.ts';
import { copy, digestsOf, failingAfter, openSqliteStore } from './testing.ts';
import { addSecondSchool, answer, here, seedAnswered } from './testing-rows.ts';

let source: Store;
let target: TestStore;
beforeEach(async () => {
  ({ store: source } = await openSqliteStore());
  target = await openTestStore();
  await seedAnswered(source);
  return () => target.close();
});

describe('a copy', () => {
  it('holds what the source holds, and copies nothing when it is made again', async () => {
    await addSecondSchool(source);
    const { rows, differing } = await copy(source, target.store);
    expect(differing).toEqual([]);
    expect(await digestsOf(target.store)).toEqual(await digestsOf(source));
    const kept = await target.rows('select count(*) as n from response');
    expect(Number(Object.values(kept[0] ?? {})[0])).toBe(2);
    // A release, a school with its 14 rows, and another with two.
    expect(rows).toBe(1 + 15 + 3);
    expect(await copy(source, target.store)).toEqual({ rows: 0, removed: 0, differing: [] });
  });

  it('counts how often items were met, once however often it is made', async () => {
    await copy(source, target.store);
    await answer(source, 3);
    await copy(source, target.store);
    await copy(source, target.store);
    const counts = await target.rows('select key, times from exposure_count order by key');
    expect(counts).toEqual([
      { key: '1.1', times: 1 },
      { key: 'i@1', times: 2 },
      { key: 'j@1', times: 1 },
    ]);
  });

  it('made after the source has moved on adds only what is new', async () => {
    await copy(source, target.store);
    await answer(source, 3);
    expect(await copy(source, target.store)).toEqual({ rows: 2, removed: 0, differing: [] });
  });

  it('of what is answered meanwhile holds each attempt with as many responses as it counts', async () => {
    let isAnswered = false;
    const rows = new Proxy(source.read.rows, {
      get(reads, name, receiver): unknown {
        if (name !== 'responsesOf') return Reflect.get(reads, name, receiver);
        return async (...args: Parameters<typeof reads.responsesOf>) => {
          if (!isAnswered) await answer(source, 3);
          isAnswered = true;
          return reads.responsesOf(...args);
        };
      },
    });
    const served = { ...source, read: { ...source.read, rows } };
    expect((await copy(served, target.store)).differing).toEqual(['0690001A']);
    expect(await target.rows('select answered from attempt')).toEqual([{ answered: 2 }]);
    expect(await target.rows('select ordinal from response order by ordinal')).toHaveLength(2);
    expect((await copy(source, target.store)).differing).toEqual([]);
  });

  it('cut short after any batch goes on where it stopped', async () => {
    for (let batches = 0; ; batches += 1) {
      const cut = await copy(source, failingAfter(target.store, batches)).catch(() => null);
      if (cut) break;
    }
    expect((await copy(source, target.store)).rows).toBe(0);
    expect(await digestsOf(target.store)).toEqual(await digestsOf(source));
  });

  it('removes what the source no longer has, those that others referred to last', async () => {
    await copy(source, target.store);
    const { change, write } = source;
    const { schoolId } = here;
    const teaching = { schoolId, classId: idOf('c2'), staffId: idOf('t2') };
    await write(
      change.removeRow(schoolTables.teaching, teaching),
      change.removeRow(schoolTables.card, { schoolId, digest: 'd2', pupilId: idOf('p2') }),
      change.removeRow(schoolTables.pupil, { schoolId, id: idOf('p2') }),
      change.removeRow(schoolTables.schoolClass, { schoolId, id: idOf('c2') }),
      change.removeRow(schoolTables.staff, { schoolId, id: idOf('t2') }),
    );
    expect(await copy(source, target.store)).toEqual({ rows: 0, removed: 5, differing: [] });
  });

  it('removes an inspector who is none any more', async () => {
    const inspector = {
      ...{ id: idOf('i1'), role: 'inspector' as const, schoolId: null },
      ...{ territoryKind: 'department' as const, territoryCode: '69' },
      ...{ name: 'I', email: 'i@ecole.example', passwordHash: 'x' },
    };
    await source.write(source.change.addStaff(inspector));
    await copy(source, target.store);
    await source.write(source.change.removeRow(schoolTables.staff, inspector));
    expect(await copy(source, target.store)).toMatchObject({ removed: 1, differing: [] });
  });

  it('applies an erasure again, with all that the pupil had', async () => {
    await copy(source, target.store);
    const erasure = { ...here, pupilId: idOf('p1'), erasedAt: new Date(5) };
    await source.write(
      ...source.change.removePupil(idOf('s1'), idOf('p1')),
      ...source.change.putRows(schoolTables.erasure, [erasure]),
    );
    expect((await copy(source, target.store)).differing).toEqual([]);
    expect(await target.rows('select 1 from response')).toEqual([]);
    expect(await target.rows('select first_name from pupil')).toEqual([{ first_name: 'B' }]);
  });

  it('brings no erased pupil along, even from a source that still has them', async () => {
    const erasure = { ...here, pupilId: idOf('p1'), erasedAt: new Date(5) };
    await source.write(...source.change.putRows(schoolTables.erasure, [erasure]));
    expect((await copy(source, target.store)).differing).toEqual(['0690001A']);
    expect(await target.rows('select first_name from pupil')).toEqual([{ first_name: 'B' }]);
    expect(await target.rows('select 1 from attempt')).toEqual([]);
  });
});

describe('a copy of one school', () => {
  beforeEach(() => addSecondSchool(source));

  it('brings all that belongs to it, and nothing of another', async () => {
    expect((await copy(source, target.store, '0690001A')).differing).toEqual([]);
    expect(await target.rows('select uai from school')).toEqual([{ uai: '0690001A' }]);
    const ours = (await digestsOf(source)).filter((line) => line.startsWith('0690001A'));
    expect(await digestsOf(target.store)).toEqual(expect.arrayContaining(ours));
  });

  it('leaves the schools that are at the target already as they are', async () => {
    const other = await openSqliteStore();
    await addSecondSchool(other.store, { uai: '0750003C' });
    await copy(other.store, target.store);
    const before = (await digestsOf(target.store)).filter((line) => line.startsWith('0750003C'));
    await copy(source, target.store, '0690001A');
    expect(await digestsOf(target.store)).toEqual(expect.arrayContaining(before));
    expect(await target.rows('select 1 from school')).toHaveLength(2);
  });
});

describe('a digest', () => {
  it('tells any change of any column', async () => {
    await copy(source, target.store);
    const before = await digestsOf(target.store);
    for (const change of [
      `update response set points = points + 1e-15 where ordinal = 1`,
      `update pupil set last_name = 'Bé' where last_name = 'B'`,
      `update attempt set current_seed = null`,
      `update assessment set closes_at = given_at`,
    ]) {
      await target.tamper(change);
      expect(await digestsOf(target.store)).not.toEqual(before);
      before.splice(0, before.length, ...(await digestsOf(target.store)));
    }
  });
});

it('every table is copied, or it is said why not', () => {
  expect(Object.keys({ ...schoolTables, ...otherTables }).sort()).toEqual(
    Object.keys(declareTables(postgresKit)).sort(),
  );
});
