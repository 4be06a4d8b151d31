import { createHash, randomBytes } from 'node:crypto';
import { Conflict } from '@jalon/store';
import type { Role } from '@jalon/types';
import type { ServiceContext } from './context.ts';
import { findPerson, type Person } from './people.ts';
import { Refusal } from './refusal.ts';

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId'>;

/**
 * How long one sign-in lasts, however often its tokens are renewed. A pupil's: one school day, for
 * pupils share machines. A member of staff's: a week; what they see names children, so that a
 * machine left open must not show it for a month.
 */
export const sessionHours: Record<Role, number> = {
  pupil: 12,
  teacher: 7 * 24,
  administrator: 7 * 24,
  inspector: 7 * 24,
};

/** Two tabs may renew with the same token within this time; later, it is a stolen one. */
const GRACE_MS = 30_000;
const TOKEN_BYTES = 32;

/** A session just begun or renewed. The refresh token is kept nowhere but with the client. */
export interface OpenedSession {
  person: Person;
  refreshToken: string;
  expiresAt: Date;
}

/** Begins the session of someone who has shown who they are. */
export async function openSession(context: Context, person: Person): Promise<OpenedSession> {
  const { store, clock, newId } = context;
  const { role } = person.signedIn;
  const expiresAt = new Date(clock().getTime() + sessionHours[role] * 3_600_000);
  const { refreshToken, row } = drawToken(clock(), {
    familyId: newId(),
    actorId: person.signedIn.id,
    role,
    schoolId: role === 'inspector' ? null : person.signedIn.schoolId,
    expiresAt,
  });
  await store.write(store.change.addRefreshToken(row));
  return { person, refreshToken, expiresAt };
}

/**
 * Exchanges a refresh token for the next one. A token that was exchanged before, longer ago than
 * two tabs explain, has been stolen: every token that follows the same sign-in ends. Refuses with
 * `session-ended`.
 */
export async function renewSession(context: Context, token: string): Promise<OpenedSession> {
  const { store, clock } = context;
  const tokenDigest = digestToken(token);
  const kept = await store.read.identity.refreshToken(tokenDigest);
  const now = clock();
  if (!kept || kept.expiresAt <= now) throw new Refusal('session-ended');
  if (kept.replacedAt && now.getTime() - kept.replacedAt.getTime() > GRACE_MS) {
    await store.write(store.change.endTokenFamily(kept.familyId));
    throw new Refusal('session-ended');
  }
  const person = await findPerson(store, { ...kept, id: kept.actorId });
  if (!person) throw new Refusal('session-ended');

  const { refreshToken, row } = drawToken(now, kept);
  const opened = { person, refreshToken, expiresAt: kept.expiresAt };
  const add = store.change.addRefreshToken(row);
  if (kept.replacedAt) {
    await store.write(add);
    return opened;
  }
  try {
    await store.write(store.change.replaceRefreshToken(tokenDigest, now), add);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Another tab renewed at the same moment, or the session ended meanwhile.
    return renewSession(context, token);
  }
  return opened;
}

/** Ends a session, with every token that follows its sign-in. */
export async function endSession({ store }: Context, token: string): Promise<void> {
  const kept = await store.read.identity.refreshToken(digestToken(token));
  if (kept) await store.write(store.change.endTokenFamily(kept.familyId));
}

interface Lineage {
  familyId: string;
  actorId: string;
  role: Role;
  schoolId: string | null;
  expiresAt: Date;
}

function drawToken(issuedAt: Date, { familyId, actorId, role, schoolId, expiresAt }: Lineage) {
  const refreshToken = randomBytes(TOKEN_BYTES).toString('base64url');
  return {
    refreshToken,
    row: {
      tokenDigest: digestToken(refreshToken),
      familyId,
      actorId,
      role,
      schoolId,
      issuedAt,
      expiresAt,
      replacedAt: null,
    },
  };
}

/** A token of 256 random bits needs no key and no slow hash: nobody can try them all. */
export const digestToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
