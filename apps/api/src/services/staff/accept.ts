import { Conflict, type Row, type Store } from '@jalon/store';
import type { InvitationView } from '@jalon/types';
import { z } from 'zod';
import type { ServiceContext } from '../context.ts';
import { hashPassword } from '../passwords.ts';
import { findPerson, type Person } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { digestToken } from '../session.ts';
import { knowTerritory, territoryOf } from '../territories/territory.ts';
import { isWeakPassword } from './weak-passwords.ts';

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId'>;

const classIdsSchema = z.array(z.string());

/** What a link is for. Refuses with `link-ended`. */
export async function readInvitation(context: Context, token: string): Promise<InvitationView> {
  const { invitation, schoolName } = await openLink(context, token);
  const { name, email, role, staffId } = invitation;
  return { schoolName, name, email, role, isForPassword: staffId !== null };
}

/**
 * Gives the account of a link the password that its owner chose: a new account, with the classes it
 * was promised that are still there; or a new password, which ends every session. Refuses with
 * `link-ended`, `weak-password`, and `email-taken` where somebody else took the address meanwhile.
 */
export async function acceptInvitation(
  context: Context,
  token: string,
  password: string,
): Promise<Person> {
  const { store, newId } = context;
  const { invitation } = await openLink(context, token);
  const { id, schoolId, role, name, email } = invitation;
  if (isWeakPassword(password, { name, email })) throw new Refusal('weak-password');
  const passwordHash = await hashPassword(password);
  const { change } = store;
  const staffId = invitation.staffId ?? newId();
  try {
    if (invitation.staffId !== null) {
      await store.write(change.takeInvitation(id), ...change.changePassword(staffId, passwordHash));
    } else {
      const { territoryKind, territoryCode } = invitation;
      await store.write(
        change.takeInvitation(id),
        change.addStaff({
          ...{ id: staffId, role, schoolId, territoryKind, territoryCode },
          ...{ name, email, passwordHash },
        }),
        ...(await teachingOf(store, invitation, staffId)),
      );
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const isTaken = (await store.read.identity.staffByEmail(email)) !== null;
    throw new Refusal(isTaken ? 'email-taken' : 'link-ended', { cause: error });
  }
  const person = await findPerson(store, { role, id: staffId, schoolId });
  if (!person) throw new Refusal('link-ended');
  return person;
}

/** The classes that a newcomer was promised and that are still there. */
async function teachingOf(
  store: Store,
  { schoolId, classIds }: Pick<Row<'invitation'>, 'schoolId' | 'classIds'>,
  staffId: string,
) {
  if (schoolId === null) return [];
  const there = new Set((await store.read.roster.classes(schoolId)).map((one) => one.id));
  const promised = classIdsSchema.parse(classIds).filter((one) => there.has(one));
  if (promised.length === 0) return [];
  return [store.change.addTeaching(...promised.map((classId) => ({ schoolId, classId, staffId })))];
}

/** A link that may be used, with the name of its school, or of its inspector's territory. */
async function openLink({ store, clock }: Context, token: string) {
  const found = await store.read.staff.invitationByDigest(digestToken(token));
  if (!found || found.invitation.expiresAt <= clock()) throw new Refusal('link-ended');
  const { invitation, schoolName } = found;
  const territory = territoryOf(invitation);
  if (territory === null) return { invitation, schoolName: schoolName ?? '' };
  return { invitation, schoolName: (await knowTerritory(store, territory)).name };
}
