import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalData } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveTraces, whoIsIn } from '../../testing/known-pupil.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { people, uuid } from '../../testing/two-schools.ts';
import { everyRow, rowsWith, rowsWithout } from '../../testing/whole-database.ts';
import type { ServiceContext } from '../context.ts';
import { checkPassword } from '../passwords.ts';
import { replayResults } from '../replay.ts';
import { erasePupil, type RightsContext } from './erase.ts';
import { jobToEnqueue } from '../jobs/enqueue.ts';
import { anonymiseStaff, FORMER_STAFF } from './erase-staff.ts';
import { ledgerIn } from './ledger.ts';
import { reapplyErasures } from './reapply.ts';

let folder: string;
let test: TestStore;
let services: ServiceContext;
let rights: RightsContext;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-rights-'));
  ({ test, services, rights } = await served());
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

/** Two schools whose pupils left traces, over a store of their own and the ledger of the folder. */
async function served() {
  const test = await openTestStore();
  const services = await createTestServices({
    store: test.store,
    clock: () => new Date('2026-11-24T09:00:00Z'),
  });
  await leaveTraces(services, 'own');
  await leaveTraces(services, 'sameSchool');
  const { store, events, clock } = services;
  return { test, services, rights: { store, events, clock, ledger: ledgerIn(folder) } };
}

const { pupil } = whoIsIn('own');
const own = { schoolId: pupil.schoolId, pupilId: pupil.id };
const declared = Object.entries(personalData);
const ofPupil = declared.flatMap(([name, about]) =>
  'pupil' in about ? [{ name, ...about.pupil }] : [],
);
const ofStaff = declared.flatMap(([name, about]) =>
  'staff' in about ? [{ name, ...about.staff }] : [],
);

/** The ids by which rows are a pupil's: their own, and those of their attempts. */
async function idsOf(of: { schoolId: string; pupilId: string }): Promise<string[]> {
  const attempts = await services.store.read.attempts.ofPupil(of);
  return [of.pupilId, ...attempts.map(({ id }) => id)];
}

describe('erasing a pupil', () => {
  it('leaves nothing of them in any table but that they were erased', async () => {
    const ids = await idsOf(own);
    const before = rowsWith(await everyRow(test), ...ids);
    const removed = ofPupil.filter(({ erased }) => erased === 'removed').map(({ name }) => name);
    // Each table that is declared held something of the pupil, and no other did.
    expect(Object.keys(before).toSorted()).toEqual(removed.toSorted());

    expect(await erasePupil(rights, own)).toBe(true);
    const after = rowsWith(await everyRow(test), ...ids);
    const kept = ofPupil.filter(({ erased }) => erased === 'kept').map(({ name }) => name);
    expect(Object.keys(after)).toEqual(kept);
    expect(await services.store.read.rights.erasures()).toEqual([
      { ...own, erasedAt: services.clock() },
    ]);
  });

  it('changes nothing of anybody else, and every other result replays', async () => {
    const ids = await idsOf(own);
    const others = rowsWithout(await everyRow(test), ...ids);
    await erasePupil(rights, own);
    expect(rowsWithout(await everyRow(test), ...ids)).toEqual(others);
    const { differences, results } = await replayResults(services.store, services.engines);
    expect({ differences, results }).toEqual({ differences: [], results: 1 });
  });

  it('finds nobody a second time, nor in another school, and writes nothing down', async () => {
    expect(await erasePupil(rights, { ...own, schoolId: people.otherSchool.school })).toBe(false);
    expect(rights.ledger.read().pupils).toEqual([]);
    await erasePupil(rights, own);
    expect(await erasePupil(rights, own)).toBe(false);
    expect(rights.ledger.read().pupils).toHaveLength(1);
  });

  it('is written down before it is done', async () => {
    vi.spyOn(services.store, 'write').mockRejectedValue(new Error('the power is gone'));
    const cut: RightsContext = { ...rights, store: services.store };
    await expect(erasePupil(cut, own)).rejects.toThrow('the power is gone');
    expect(rights.ledger.read().pupils).toMatchObject([own]);
    vi.restoreAllMocks();
    expect(await reapplyErasures(rights)).toMatchObject({ pupils: 1 });
    expect(await services.store.read.rights.pupil(own)).toBeNull();
  });

  it('while the pupil answers ends with the pupil gone, whoever comes first', async () => {
    const taker = taking(services, pupil);
    const open = await services.store.read.attempts.openPractice({ ...own, competence: '1.1' });
    if (!open) throw new Error('No practice is open.');
    const sent = await taker.submission(open.id);
    await Promise.allSettled([
      taker.send(open.id, sent),
      erasePupil(rights, own),
      taker.practise().then(({ id }) => taker.answer(id)),
    ]);
    expect(Object.keys(rowsWith(await everyRow(test), pupil.id, open.id))).toEqual(['erasure']);
  });

  it('lets whoever watches one of their assessments read it anew', async () => {
    const heard = vi.fn();
    services.events.watch(people.own.assessment, heard);
    services.events.watch(people.sameSchool.assessment, () => {
      throw new Error('Nothing happened here.');
    });
    await erasePupil(rights, own);
    expect(heard).toHaveBeenCalledWith(null);
  });

  it('is the one way to delete a response: none is changed even so', async () => {
    await erasePupil(rights, own);
    await expect(test.run('update response set points = 0')).rejects.toThrow(/append-only/);
  });
});

describe('a session or a look that was under way when a pupil was erased', () => {
  it('leaves nothing after the next clean-up', async () => {
    await erasePupil(rights, own);
    const late = { schoolId: own.schoolId, actorId: people.own.teacher, at: services.clock() };
    const { change, write } = services.store;
    await write(
      change.addAccess({ ...late, id: uuid(5), pupilId: pupil.id, action: 'pupil:read' }),
    );
    await write(...change.eraseRemnants());
    expect(Object.keys(rowsWith(await everyRow(test), pupil.id))).toEqual(['erasure']);
    expect(Object.keys(rowsWith(await everyRow(test), people.sameSchool.pupil))).toContain(
      'accessLog',
    );
  });
});

describe('a database in whose place an older copy was put', () => {
  it('loses again whom the ledger names, and nothing else', async () => {
    const ids = await idsOf(own);
    await erasePupil(rights, own);
    const erased = await everyRow(test);
    const restored = await served();
    expect(Object.keys(rowsWith(await everyRow(restored.test), ...ids))).toContain('response');

    expect(await reapplyErasures(restored.rights)).toEqual({ pupils: 1, staff: 0, unreadable: 0 });
    expect(await everyRow(restored.test)).toEqual(
      withoutChance(erased, await everyRow(restored.test)),
    );
    const replay = await replayResults(restored.services.store, restored.services.engines);
    expect(replay.differences).toEqual([]);
    expect(await reapplyErasures(restored.rights)).toEqual({ pupils: 0, staff: 0, unreadable: 0 });
    await restored.test.close();
  });

  it('that knows more than the ledger teaches it', async () => {
    await erasePupil(rights, own);
    const lost = mkdtempSync(join(tmpdir(), 'jalon-rights-'));
    const elsewhere = { ...rights, ledger: ledgerIn(lost) };
    await reapplyErasures(elsewhere);
    await reapplyErasures(elsewhere);
    expect(elsewhere.ledger.read().pupils).toEqual([{ ...own, erasedAt: services.clock() }]);
    rmSync(lost, { recursive: true });
  });
});

/** Sessions are drawn by chance: those of one database stand for those of the other. */
const withoutChance = (of: Record<string, string[]>, other: Record<string, string[]>) => ({
  ...of,
  refreshToken: other['refreshToken'],
});

describe('erasing a member of staff', () => {
  it('takes the name and every way in; what was given to classes stays', async () => {
    const { teacher } = people.own;
    // Work that somebody asked for, such as an inspector's export.
    const asked = { kind: 'asked', uniqueKey: `${teacher}/0`, schoolId: null, input: {} };
    await services.store.write(jobToEnqueue(services, asked));
    const before = rowsWith(await everyRow(test), teacher);
    expect(Object.keys(before).toSorted()).toEqual(ofStaff.map(({ name }) => name).toSorted());
    const email = `${teacher}@ecole.example`;
    expect((await services.store.read.identity.staffByEmail(email))?.name).toBe(
      'Dominique Laurier',
    );

    expect(await anonymiseStaff(rights, teacher)).toBe(true);
    const after = rowsWith(await everyRow(test), teacher);
    const stays = ofStaff.filter(({ erased }) => erased === 'anonymous').map(({ name }) => name);
    expect(Object.keys(after).toSorted()).toEqual(stays.toSorted());
    expect(await services.store.read.identity.staffByEmail(email)).toBeNull();
    const kept = await services.store.read.identity.staffByEmail(`${teacher}@parti.invalid`);
    expect(kept?.name).toBe(FORMER_STAFF);
    expect(await checkPassword(kept?.passwordHash ?? null, 'tilleul-ardoise-pivert')).toBe(false);
    expect(await anonymiseStaff(rights, teacher)).toBe(false);
  });

  it('is done again where an older copy brings the name back', async () => {
    await anonymiseStaff(rights, people.own.teacher);
    const restored = await served();
    expect(await reapplyErasures(restored.rights)).toMatchObject({ pupils: 0, staff: 1 });
    const staff = await restored.services.store.read.identity.staffById(people.own.teacher);
    expect(staff?.name).toBe(FORMER_STAFF);
    await restored.test.close();
  });
});
