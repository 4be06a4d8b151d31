import { randomBytes } from 'node:crypto';
import type { NewRow } from '@jalon/store';
import type { InviteStaff, SentLink } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { digestToken } from '../session.ts';
import { normaliseEmail } from '../sign-in.ts';
import { knowTerritory, territoryOf } from '../territories/territory.ts';
import { classesNow } from './list.ts';
import { type InvitationWords, invitationMail } from './mail.ts';

/** How long a link may be used. */
export const LINK_HOURS = 72;
const TOKEN_BYTES = 32;

/** Where the links lead, and in which language their mail is. */
export interface LinkParts {
  /** The address of the product, such as `https://jalon.example`. */
  origin: string;
  language: 'fr' | 'en';
}

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId' | 'mailer'>;

/**
 * Invites somebody to the school: a link by mail, or, where no mail goes, to be handed over. It
 * takes the place of what was sent to the address before. Refuses with `email-taken`, and with
 * `bad-request` where a class is none of the school's.
 */
export async function inviteStaff(
  context: Context,
  parts: LinkParts,
  { id: givenBy, schoolId }: Administrator,
  asked: InviteStaff,
): Promise<SentLink> {
  const { store } = context;
  const email = normaliseEmail(asked.email);
  const known = new Set((await classesNow(context, schoolId)).map(({ id }) => id));
  if (!asked.classIds.every((id) => known.has(id))) throw new Refusal('bad-request');
  if (await store.read.identity.staffByEmail(email)) throw new Refusal('email-taken');
  const { role, name, classIds } = asked;
  return sendLink(context, parts, {
    ...{ schoolId, staffId: null, givenBy, role, name, email, classIds },
  });
}

/** Sends a member of staff a link to choose a new password by. Refuses with `not-found`. */
export async function sendPasswordLink(
  context: Context,
  parts: LinkParts,
  { id: givenBy, schoolId }: Administrator,
  staffId: string,
): Promise<SentLink> {
  const member = await context.store.read.staff.member({ schoolId, staffId });
  if (!member || member.role === 'inspector') throw new Refusal('not-found');
  const { role, name, email } = member;
  return sendLink(context, parts, {
    ...{ schoolId, staffId, givenBy, role, name, email, classIds: [] },
  });
}

/** Makes a link useless. Refuses with `not-found`. */
export async function withdrawInvitation(
  { store }: Pick<ServiceContext, 'store'>,
  invitationId: string,
): Promise<{ withdrawn: true }> {
  await refuseConflict('not-found', store.write(store.change.takeInvitation(invitationId)));
  return { withdrawn: true };
}

/** What a link is for. */
export type LinkOf = Omit<NewRow<'invitation'>, 'id' | 'digest' | 'createdAt' | 'expiresAt'>;

/** Makes a link and sends it. The token is kept nowhere but in it. */
export async function sendLink(
  { store, clock, newId, mailer }: Context,
  { origin, language }: LinkParts,
  of: LinkOf,
): Promise<SentLink> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const createdAt = clock();
  const expiresAt = new Date(createdAt.getTime() + LINK_HOURS * 3_600_000);
  const placeName = await placeOf(store, of);
  await store.write(
    store.change.forgetInvitationsOf({ schoolId: of.schoolId ?? null, email: of.email }),
    store.change.addInvitation({
      ...of,
      id: newId(),
      digest: digestToken(token),
      createdAt,
      expiresAt,
    }),
  );
  const link = `${origin}/invitation/${token}`;
  const words: InvitationWords = {
    name: of.name,
    schoolName: placeName,
    isInspector: of.role === 'inspector',
    link,
    isForPassword: of.staffId !== null,
  };
  const isSent = await mailer.send({ to: of.email, ...invitationMail(words, language) });
  return { isSent, link: isSent ? null : link };
}

/** The name of a link's school, or of its inspector's territory. Refuses with `not-found`. */
async function placeOf(store: Context['store'], of: LinkOf): Promise<string> {
  const territory = territoryOf({
    territoryKind: of.territoryKind ?? null,
    territoryCode: of.territoryCode ?? null,
  });
  if (territory !== null) return (await knowTerritory(store, territory)).name;
  const school = of.schoolId == null ? null : await store.read.rows.schoolById(of.schoolId);
  if (!school) throw new Refusal('not-found');
  return school.name;
}
