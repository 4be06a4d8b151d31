import { beforeEach, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Administrator, Pupil } from '../actor.ts';
import { readStatementOf } from '../attempts/statement.ts';
import type { ServiceContext } from '../context.ts';
import { readHome } from '../home.ts';
import { rebuildResults } from '../rebuild.ts';
import { replayResults } from '../replay.ts';
import { answerTransfer } from './answer.ts';
import { askForRecords } from './ask.ts';
import { listTransfers } from './list.ts';

const release = smallRelease({ competences: ['1.1', '1.2'] });
const { own, otherSchool } = people;
/** Zélie, whom the first school knows, and who she is at the second. */
const there: Pupil = { role: 'pupil', id: otherSchool.pupil, schoolId: otherSchool.school };
const giver: Administrator = actors.administrator;
const asker: Administrator = {
  role: 'administrator',
  id: otherSchool.teacher,
  schoolId: otherSchool.school,
};

let services: ServiceContext;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ releases: [release], clock: () => new Date(now) });
  const { store } = services;
  // As an import of both schools' rosters leaves them: one national number.
  await store.write(
    ...[actors.pupil, there].map(({ schoolId, id: pupilId }) =>
      store.change.putPupilKeys({ schoolId, pupilId, kind: 'ine', digest: 'the-same' }),
    ),
  );
});

const pupilAt = (pupil: Pupil) => taking(services, pupil);
const agree = (id: string) => answerTransfer(services, giver, id, 'agreed');
const attemptsAt = ({ schoolId, id: pupilId }: Pupil) =>
  services.store.read.attempts.ofPupil({ schoolId, pupilId });
const looksAt = ({ schoolId, id: pupilId }: Pupil) =>
  services.store.read.rights.looksAt({ schoolId, pupilId });

describe('a record that another school has', () => {
  it('is found by the national number alone, and asked for once', async () => {
    const { store } = services;
    const id = own.transfer;
    // Asked for by the seed: nothing is left to ask.
    expect(await listTransfers(services, asker)).toMatchObject({ toAsk: [], asked: [{ id }] });
    expect(await askForRecords(services, asker, [there.id])).toEqual({ asked: 0 });
    await store.write(
      ...store.change.erasePupil({ ...ids(actors.pupil), erasedAt: new Date(now) }),
    );
    expect(await listTransfers(services, asker)).toMatchObject({ toAsk: [], asked: [] });
  });

  it('of a pupil whose record was not asked for may be asked, and is logged', async () => {
    const { store, newId } = services;
    const [aPupil, another] = [newId(), newId()];
    const row = { firstName: 'Awa', lastName: 'Genêt' };
    await store.write(
      store.change.addPupils(
        { ...row, id: aPupil, schoolId: own.school, classId: own.class },
        { ...row, id: another, schoolId: otherSchool.school, classId: otherSchool.class },
      ),
      store.change.putPupilKeys(
        { schoolId: own.school, pupilId: aPupil, kind: 'civil', digest: 'born-the-same-day' },
        {
          schoolId: otherSchool.school,
          pupilId: another,
          kind: 'civil',
          digest: 'born-the-same-day',
        },
      ),
    );
    expect((await listTransfers(services, asker)).toAsk).toEqual([]);
    await store.write(
      store.change.putPupilKeys(
        { schoolId: own.school, pupilId: aPupil, kind: 'ine', digest: 'awa' },
        { schoolId: otherSchool.school, pupilId: another, kind: 'ine', digest: 'awa' },
      ),
    );
    expect((await listTransfers(services, asker)).toAsk).toMatchObject([
      { pupilId: another, name: 'Awa Genêt' },
    ]);
    expect(await askForRecords(services, asker, [another, there.id])).toEqual({ asked: 1 });
    expect(await askForRecords(services, asker, [another])).toEqual({ asked: 0 });
    const { toAnswer } = await listTransfers(services, giver);
    expect(toAnswer).toHaveLength(2);
    expect(toAnswer[1]).toMatchObject({
      name: 'Awa Genêt',
      leftAt: null,
      asker: { uai: '0380002B', name: 'Collège Deux' },
    });
    expect(await looksAt({ ...there, id: another })).toMatchObject([{ action: 'transfer:ask' }]);
  });
});

const ids = ({ schoolId, id: pupilId }: Pupil) => ({ schoolId, pupilId });

describe('a school that agrees', () => {
  it('sends every finished attempt to the last bit: statements, replays and results hold', async () => {
    const before = pupilAt(actors.pupil);
    await before.finish(own.attempt);
    now += 60_000;
    const practice = await before.practise('1.2');
    await before.finish(practice.id, () => false);
    const open = await before.practise('1.1');
    const statement = await readStatementOf(services, actors.pupil, own.attempt);

    now += 60_000;
    const outcome = await agree(own.transfer);
    const kept = await attemptsAt(there);
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([own.attempt, practice.id]));
    expect(kept.map(({ id }) => id)).not.toContain(open.id);
    const responses = await services.store.read.attempts.responses({
      ...{ schoolId: otherSchool.school, attemptId: own.attempt },
    });
    expect(responses.map(({ schoolId: _, ...row }) => row)).toEqual(
      (await before.responses(own.attempt)).map(({ schoolId: _, ...row }) => row),
    );
    expect(outcome).toEqual({ attempts: 2, responses: expect.any(Number) });
    expect(outcome.responses).toBeGreaterThan(responses.length);
    expect(await readStatementOf(services, there, own.attempt)).toEqual(statement);
    expect((await replayResults(services.store, services.engines)).differences).toEqual([]);
    expect(await rebuildResults(services.store, services.engines)).toMatchObject({ changed: 0 });
    expect((await readHome(services, there)).results).toMatchObject([{ attemptId: own.attempt }]);
    expect(await looksAt(actors.pupil)).toMatchObject([{ action: 'transfer:answer' }]);
    expect(await attemptsAt(actors.pupil)).toHaveLength(3);
  });

  it('leaves a newer result of the other school as it is', async () => {
    await pupilAt(actors.pupil).finish(own.attempt, () => false);
    now += 60_000;
    const after = pupilAt(there);
    await after.finish(otherSchool.attempt);
    const newer = await after.result();
    await agree(own.transfer);
    expect(await after.result()).toEqual(newer);
    expect(newer).toMatchObject({ attemptId: otherSchool.attempt });
    expect(await rebuildResults(services.store, services.engines)).toMatchObject({ changed: 0 });
  });

  it('answers once; whoever answers with it at the same moment is told', async () => {
    await pupilAt(actors.pupil).finish(own.attempt);
    const answers = await Promise.allSettled([agree(own.transfer), agree(own.transfer)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(agree(own.transfer)).rejects.toMatchObject({ code: 'transfer-answered' });
    expect(await attemptsAt(there)).toHaveLength(2);
    expect((await listTransfers(services, giver)).toAnswer).toEqual([]);
  });

  it('gets back what it sent without having it twice', async () => {
    await pupilAt(actors.pupil).finish(own.attempt);
    await agree(own.transfer);
    await pupilAt(there).finish(otherSchool.attempt);
    const back = await answerTransfer(services, asker, otherSchool.transfer, 'agreed');
    expect(back.attempts).toBe(1);
    expect((await attemptsAt(actors.pupil)).map(({ id }) => id).toSorted()).toEqual(
      [own.attempt, otherSchool.attempt].toSorted(),
    );
  });
});

it('a school that refuses sends nothing, and the other learns it', async () => {
  await pupilAt(actors.pupil).finish(own.attempt);
  expect(await answerTransfer(services, giver, own.transfer, 'refused')).toEqual({
    attempts: 0,
    responses: 0,
  });
  expect((await listTransfers(services, asker)).asked).toMatchObject([{ answer: 'refused' }]);
  expect((await attemptsAt(there)).map(({ id }) => id)).toEqual([otherSchool.attempt]);
});
