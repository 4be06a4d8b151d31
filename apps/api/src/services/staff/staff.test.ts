import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, emailOf, people, tokenOf } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { checkPassword } from '../passwords.ts';
import { FORMER_STAFF } from '../rights/erase-staff.ts';
import { openSession, renewSession } from '../session.ts';
import { findPerson } from '../people.ts';
import { acceptInvitation, readInvitation } from './accept.ts';
import { inviteStaff, sendPasswordLink, withdrawInvitation } from './invite.ts';
import { listStaff } from './list.ts';
import { dismissStaff, setClasses } from './members.ts';

const actor = actors.administrator;
const parts = { origin: 'https://jalon.example', language: 'fr' } as const;
const password = 'quatre mots sans rapport';
const ledger = { read: () => ({ pupils: [], staff: [], unreadable: 0 }), add: () => undefined };

let now: Date;
let services: ServiceContext;
beforeEach(async () => {
  now = new Date('2026-11-28T09:00:00Z');
  services = await createTestServices({ clock: () => now });
});
afterEach(() => services.store.close());

const asked = {
  name: 'Noa Saule',
  email: 'Noa.Saule@ecole.example ',
  role: 'teacher' as const,
  classIds: [people.own.class, people.own.group],
};
const tokenIn = (link: string | null) => link?.split('/').at(-1) ?? '';
const invite = (over: Partial<typeof asked> = {}) =>
  inviteStaff(services, parts, actor, { ...asked, ...over });

describe('an invitation', () => {
  it('is a mail with a link by which a teacher comes in, once, with the classes', async () => {
    const { isSent, link } = await invite();
    expect(isSent).toBe(false);
    const [mail] = services.mailer.kept();
    expect(mail).toMatchObject({ to: 'noa.saule@ecole.example' });
    expect(mail?.text).toContain(link);
    const token = tokenIn(link);
    expect(await readInvitation(services, token)).toEqual({
      schoolName: 'Collège Un',
      name: 'Noa Saule',
      email: 'noa.saule@ecole.example',
      role: 'teacher',
      isForPassword: false,
    });
    const { signedIn } = await acceptInvitation(services, token, password);
    expect(signedIn).toMatchObject({ role: 'teacher', schoolId: people.own.school });
    const { members, invitations } = await listStaff(services, actor);
    expect(members.find(({ id }) => id === signedIn.id)?.classIds.toSorted()).toEqual(
      asked.classIds.toSorted(),
    );
    expect(invitations.map(({ name }) => name)).not.toContain('Noa Saule');
    await expect(acceptInvitation(services, token, password)).rejects.toMatchObject({
      code: 'link-ended',
    });
  });

  it('is seen to have a second factor, or none: a code or a passkey, of this school alone', async () => {
    const { change } = services.store;
    const seen = async () => {
      const { members } = await listStaff(services, actor);
      return members.filter(({ hasSecondFactor }) => hasSecondFactor).map(({ id }) => id);
    };
    const teachers = [people.own.teacher, people.sameSchool.teacher];
    expect((await seen()).toSorted()).toEqual(teachers.toSorted());
    await services.store.write(
      change.changeFactor(actor.id, { factorSecret: 'sealed', recoveryDigests: [] }),
      change.removePasskey({ id: 'passkey-own', staffId: people.own.teacher }),
    );
    expect((await seen()).toSorted()).toEqual([people.sameSchool.teacher, actor.id].toSorted());
  });

  it('takes no password that is easy to guess', async () => {
    const token = tokenIn((await invite()).link);
    await expect(acceptInvitation(services, token, 'noasaule2026')).rejects.toMatchObject({
      code: 'weak-password',
    });
    expect((await acceptInvitation(services, token, password)).greeted.name).toBe('Noa Saule');
  });

  it('ends after three days, when it is withdrawn, and when another is sent', async () => {
    const first = tokenIn((await invite()).link);
    const second = tokenIn((await invite()).link);
    await expect(readInvitation(services, first)).rejects.toMatchObject({ code: 'link-ended' });
    const { invitations } = await listStaff(services, actor);
    const [kept] = invitations.filter(({ name }) => name === 'Noa Saule');
    await withdrawInvitation(services, kept?.id ?? '');
    await expect(readInvitation(services, second)).rejects.toMatchObject({ code: 'link-ended' });
    const third = tokenIn((await invite()).link);
    now = new Date(now.getTime() + 73 * 3_600_000);
    await expect(acceptInvitation(services, third, password)).rejects.toMatchObject({
      code: 'link-ended',
    });
    expect((await listStaff(services, actor)).invitations.every(({ isExpired }) => isExpired)).toBe(
      true,
    );
  });

  it('is for the school’s own classes, and for addresses that have no account', async () => {
    await expect(invite({ classIds: [people.otherSchool.class] })).rejects.toMatchObject({
      code: 'bad-request',
    });
    await expect(invite({ email: emailOf(people.own.teacher) })).rejects.toMatchObject({
      code: 'email-taken',
    });
  });

  it('used by two at once makes one account', async () => {
    const token = tokenIn((await invite()).link);
    const tries = await Promise.allSettled(
      [1, 2].map((n) => acceptInvitation(services, token, `${password} ${n}`)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps its token nowhere', async () => {
    const token = tokenIn((await invite()).link);
    const kept = await services.store.read.staff.invitations(people.own.school);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await readInvitation(services, tokenOf('own'))).toMatchObject({ name: 'Alix Orme' });
  });
});

describe('a new password', () => {
  it('ends every session of its owner', async () => {
    const teacher = await findPerson(services.store, actors.teacher);
    if (!teacher) throw new Error('There is no teacher.');
    const session = await openSession(services, teacher);
    const { link } = await sendPasswordLink(services, parts, actor, people.own.teacher);
    await acceptInvitation(services, tokenIn(link), password);
    const kept = await services.store.read.identity.staffByEmail(emailOf(people.own.teacher));
    expect(await checkPassword(kept?.passwordHash ?? null, password)).toBe(true);
    await expect(renewSession(services, session.refreshToken)).rejects.toMatchObject({
      code: 'session-ended',
    });
  });
});

describe('the staff of a school', () => {
  it('are given classes and groups, and lose those that are taken away', async () => {
    const own = [people.own.group, people.sameSchool.class];
    await setClasses(services, actor, people.own.teacher, own);
    const teacher = (await listStaff(services, actor)).members.find(
      ({ id }) => id === people.own.teacher,
    );
    expect(teacher?.classIds.toSorted()).toEqual(own.toSorted());
    const { scopes } = services.store.read;
    const reach = (subjectId: string) => ({
      ...{ actorId: people.own.teacher, schoolId: people.own.school, subjectId },
    });
    // By the group, still; by the class, no more.
    expect(await scopes.taughtPupil(reach(people.own.pupil))).toBe(true);
    expect(await scopes.taughtClass(reach(people.own.class))).toBe(false);
    await setClasses(services, actor, people.own.teacher, []);
    expect(await scopes.taughtPupil(reach(people.own.pupil))).toBe(false);
    await expect(
      setClasses(services, actor, people.own.teacher, [people.otherSchool.class]),
    ).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('leave without a name, and nobody dismisses themselves', async () => {
    await dismissStaff(services, ledger, actor, people.own.teacher);
    const gone = await services.store.read.identity.staffById(people.own.teacher);
    expect(gone?.name).toBe(FORMER_STAFF);
    expect((await listStaff(services, actor)).members.map(({ id }) => id)).not.toContain(
      people.own.teacher,
    );
    await expect(dismissStaff(services, ledger, actor, actor.id)).rejects.toMatchObject({
      code: 'own-account',
    });
  });
});
