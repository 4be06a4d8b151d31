import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestCard } from '../cards.ts';
import { deriveKeys } from '../keys.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { readSchool, readSchoolClass } from '../school/overview.ts';
import { makeClassCards } from '../school/make-cards.ts';
import { confirmRoster, discardRoster } from './confirm.ts';
import { previewRoster } from './preview.ts';
import { readUpload } from './read-upload.ts';

const keys = deriveKeys('a secret of the tests, long enough');
const actor = actors.administrator;
const { school: schoolId } = people.own;

let now = new Date('2026-11-28T09:00:00Z');
let services: ServiceContext;
beforeEach(async () => {
  now = new Date('2026-11-28T09:00:00Z');
  services = await createTestServices({ keys, clock: () => now });
});
afterEach(() => services.store.close());

const heading = 'Nom;Prénom;Date de naissance;Classe;Niveau;Groupes;INE';
const zoe = 'Érable;Zoé;01/02/2014;6A;6e;Latin;123456789AA';
const noe = 'Orme;Noë;03/04/2014;6B;6e;;';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const upload = (...rows: string[]) =>
  readUpload(services, { key: keys.roster }, actor, bytesOf([heading, ...rows].join('\n')), 'fr');

async function preview(...rows: string[]) {
  const { rosterId } = await upload(...rows);
  if (rosterId === null) throw new Error('The file of the test is not taken.');
  return previewRoster(services, actor, rosterId);
}

async function bring(...rows: string[]) {
  const { rosterId, fingerprint } = await preview(...rows);
  return confirmRoster(services, actor, rosterId, { fingerprint, absentHaveLeft: true, who: [] });
}

const classNamed = async (name: string) => {
  const { classes } = await readSchool(services, actor);
  const found = classes.find((one) => one.name === name);
  if (!found) throw new Error(`There is no class ${name}.`);
  return found;
};

describe('a roster that an administrator brings', () => {
  it('changes nothing before it is confirmed', async () => {
    const before = await services.store.read.roster.pupils(schoolId);
    const seen = await preview(zoe, noe);
    expect(seen).toMatchObject({
      format: 'template',
      schoolYear: '2026-2027',
      pupils: 2,
      added: { count: 2 },
      absent: { count: 2, first: [{ className: '6e own' }, { className: '6e sameSchool' }] },
      isAbsentMany: true,
      newClasses: [
        { name: '6A', kind: 'class', pupils: 1 },
        { name: '6B', kind: 'class', pupils: 1 },
        { name: 'Latin', kind: 'group', pupils: 1 },
      ],
    });
    expect(await services.store.read.roster.pupils(schoolId)).toEqual(before);
  });

  it('makes classes, groups and pupils, and ends the cards of whoever has left', async () => {
    expect(await bring(zoe, noe)).toEqual({ added: 2, changed: 0, left: 2, newClasses: 3 });
    const { pupils } = await readSchoolClass(services, actor, (await classNamed('6A')).id);
    expect(pupils).toMatchObject([{ name: 'Zoé Érable', className: '6A', hasCard: false }]);
    expect(await classNamed('Latin')).toMatchObject({ kind: 'group', pupils: 1, withoutCard: 1 });
    const { identity, rights } = services.store.read;
    expect(await identity.pupilByCard(digestCard(keys.card, people.cards.own))).toBeNull();
    const gone = { schoolId, pupilId: people.own.pupil };
    expect((await identity.pupilById(gone))?.leftAt).toEqual(now);
    // What they did stays theirs, and the school's to keep.
    expect((await services.store.read.attempts.ofPupil(gone)).length).toBe(1);
    expect(await rights.cardCount(gone)).toMatchObject({ count: 0 });
  });

  it('brought again changes nothing', async () => {
    await bring(zoe, noe);
    const before = await services.store.read.roster.pupils(schoolId);
    expect(await preview(zoe, noe)).toMatchObject({
      ...{ same: 2, newClasses: [], added: { count: 0 }, absent: { count: 0 }, doubtful: [] },
    });
    expect(await bring(zoe, noe)).toEqual({ added: 0, changed: 0, left: 0, newClasses: 0 });
    expect(await services.store.read.roster.pupils(schoolId)).toEqual(before);
  });

  it('moves a pupil to another class with card and group put right, and takes back who returns', async () => {
    await bring(zoe, noe);
    const latin = await classNamed('Latin');
    const place = (await classNamed('6A')).id;
    const [card] = await makeClassCards(services, keys.card, actor, place, {
      whose: 'all',
      pictures: false,
    });
    const digest = digestCard(keys.card, card?.words ?? '');
    const holder = await services.store.read.identity.pupilByCard(digest);
    expect(holder?.schoolId).toBe(schoolId);
    expect(card).toMatchObject({ name: 'Zoé Érable', className: '6A', schoolName: 'Collège Un' });
    await bring(zoe.replace('6A', '6B').replace('Latin', 'Grec'));
    expect(await classNamed('6B')).toMatchObject({ pupils: 1, withoutCard: 0 });
    expect((await classNamed('Latin')).pupils).toBe(0);
    expect((await classNamed('Grec')).pupils).toBe(1);
    expect((await readSchoolClass(services, actor, latin.id)).pupils).toEqual([]);
    const seen = await preview(zoe.replace('6A', '6B').replace('Latin', 'Grec'), noe);
    expect(seen).toMatchObject({ same: 1, back: { count: 1, first: [{ name: 'Noë Orme' }] } });
    await bring(zoe.replace('6A', '6B').replace('Latin', 'Grec'), noe);
    expect((await classNamed('6B')).pupils).toBe(2);
  });

  it('of the next school year puts everyone into new classes and keeps the old ones', async () => {
    await bring(zoe, noe);
    now = new Date('2027-08-30T09:00:00Z');
    const outcome = await bring(zoe.replace('6A;6e', '5A;5e'), noe.replace('6B;6e', '5A;5e'));
    expect(outcome).toMatchObject({ added: 0, changed: 2, newClasses: 2 });
    expect(await classNamed('5A')).toMatchObject({ schoolYear: '2027-2028', pupils: 2 });
    expect(await classNamed('6A')).toMatchObject({ schoolYear: '2026-2027', pupils: 0 });
    expect(await bring(zoe.replace('6A;6e', '5A;5e'), noe.replace('6B;6e', '5A;5e'))).toEqual({
      ...{ added: 0, changed: 0, left: 0, newClasses: 0 },
    });
  });

  it('leaves whoever is doubtful alone until a person says who they are', async () => {
    const namesake = 'Aubépine;Zélie;01/02/2014;6A;6e;;';
    const seen = await preview(namesake);
    expect(seen.doubtful).toMatchObject([
      { line: 2, why: 'same-name', candidates: [{}, {}], name: 'Zélie Aubépine' },
    ]);
    expect(seen.absent.count).toBe(0);
    const { rosterId, fingerprint } = seen;
    const confirm = (pupilId: string | null) =>
      confirmRoster(services, actor, rosterId, {
        ...{ fingerprint, absentHaveLeft: true },
        who: [{ line: 2, pupilId }],
      });
    await expect(confirm(people.otherSchool.pupil)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await confirm(people.own.pupil)).toMatchObject({ added: 0, changed: 1, left: 1 });
    const pupil = { schoolId, pupilId: people.own.pupil };
    expect((await services.store.read.identity.pupilById(pupil))?.className).toBe('6A');
    // From now on the birth date tells.
    expect(await preview(namesake)).toMatchObject({ same: 1, doubtful: [] });
  });

  it('keeps of numbers and birth dates nothing that can be read', async () => {
    await bring(zoe);
    const { rosterId } = await upload(zoe, noe);
    const kept = [
      await services.store.read.roster.keys(schoolId),
      await services.store.read.roster.draft({ schoolId, id: rosterId ?? '' }),
      await services.store.read.roster.pupils(schoolId),
    ];
    expect(JSON.stringify(kept)).not.toMatch(/123456789AA|2014/);
    expect(JSON.stringify(kept)).toContain('Érable');
  });

  it('is confirmed once, by what was seen, at its own school, within a day', async () => {
    const seen = await preview(zoe);
    const said = { fingerprint: seen.fingerprint, absentHaveLeft: false, who: [] };
    const elsewhere = { ...actor, schoolId: people.otherSchool.school };
    await expect(confirmRoster(services, elsewhere, seen.rosterId, said)).rejects.toMatchObject({
      code: 'not-found',
    });
    const { change, write } = services.store;
    await write(change.changePupil({ schoolId, pupilId: people.own.pupil }, { firstName: 'Zoë' }));
    await expect(confirmRoster(services, actor, seen.rosterId, said)).rejects.toMatchObject({
      code: 'roster-moved',
    });
    const again = await previewRoster(services, actor, seen.rosterId);
    const now2 = { ...said, fingerprint: again.fingerprint };
    expect(await confirmRoster(services, actor, seen.rosterId, now2)).toMatchObject({ added: 1 });
    await expect(confirmRoster(services, actor, seen.rosterId, now2)).rejects.toMatchObject({
      code: 'not-found',
    });
    const late = await preview(zoe, noe);
    now = new Date(now.getTime() + 25 * 3_600_000);
    await expect(previewRoster(services, actor, late.rosterId)).rejects.toMatchObject({
      code: 'not-found',
    });
    await discardRoster(services, actor, late.rosterId);
    await expect(discardRoster(services, actor, late.rosterId)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('that cannot be used leaves nothing to confirm, and says why in sentences', async () => {
    const { rosterId, problems } = await upload('Érable;Zoé;;6A;6e;;');
    expect(rosterId).toBeNull();
    expect(problems).toMatchObject(
      [
        { code: 'no-pupils', gravity: 'file' },
        { line: 2, code: 'no-identity', gravity: 'row', message: /^Ligne 2 : Zoé Érable n’a ni/ },
      ].map((one) => ({
        ...one,
        ...(one.message && { message: expect.stringMatching(one.message) }),
      })),
    );
  });
});
