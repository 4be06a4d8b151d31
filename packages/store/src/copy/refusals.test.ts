import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { idOf, openTestStore, type TestStore } from '../testing/index.ts';
import { CopyRefused } from './errors.ts';
import { schoolTables } from './tables.ts';
import { copy, openSqliteStore } from './testing.ts';
import { addSecondSchool, answer, here, seedAnswered } from './testing-rows.ts';

let source: Store;
let target: TestStore;
beforeEach(async () => {
  ({ store: source } = await openSqliteStore());
  target = await openTestStore();
  await seedAnswered(source);
  return () => target.close();
});

const refusal = (copying: Promise<unknown>) =>
  copying.then(
    () => 'none',
    (error: unknown) => (error instanceof CopyRefused ? error.reason : String(error)),
  );

describe('a copy is refused', () => {
  it('into the same database', async () => {
    expect(await refusal(copy(source, source))).toBe('same-database');
    expect(await refusal(copy(target.store, target.store))).toBe('same-database');
  });

  it('of a school that is not there', async () => {
    expect(await refusal(copy(source, target.store, '0000000X'))).toBe('unknown-school');
  });

  it('where the target holds a release with another content', async () => {
    const release = { version: '1.0.0', framework: 'crcn', sha256: 'y', publishedAt: new Date() };
    await target.store.write(target.store.change.publishRelease(release));
    expect(await refusal(copy(source, target.store))).toBe('other-release');
    expect(await target.rows('select 1 from school')).toEqual([]);
  });

  it('where an id or a number of a school is that of another at the target', async () => {
    await addSecondSchool(target.store, { uai: '0750003C', id: idOf('s1') });
    expect(await refusal(copy(source, target.store))).toBe('other-school');
    expect(await refusal(copy(source, target.store, '0690001A'))).toBe('other-school');
  });

  it('where the number of a school is taken at the target', async () => {
    await addSecondSchool(target.store, { uai: '0690001A' });
    expect(await refusal(copy(source, target.store, '0690001A'))).toBe('other-school');
  });

  it('of everything, where the target holds a school that the source does not', async () => {
    await addSecondSchool(target.store);
    expect(await refusal(copy(source, target.store))).toBe('more-schools');
    expect(await refusal(copy(source, target.store, '0690001A'))).toBe('none');
  });

  it('where the target has taken answers of its own, which stay', async () => {
    await copy(source, target.store);
    await answer(target.store, 3);
    expect(await refusal(copy(source, target.store))).toBe('target-served');
    expect(await target.rows('select 1 from response')).toHaveLength(3);
  });

  it('where the target knows of an erasure that the source does not', async () => {
    await copy(source, target.store);
    const erasure = { ...here, pupilId: idOf('p1'), erasedAt: new Date(5) };
    const { change, write } = target.store;
    await write(
      ...change.removePupil(idOf('s1'), idOf('p1')),
      ...change.putRows(schoolTables.erasure, [erasure]),
    );
    expect(await refusal(copy(source, target.store))).toBe('target-served');
    expect(await target.rows('select 1 from response')).toEqual([]);
  });
});
