import { type StaffData, staffDataSchema } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { territoryOf } from '../territories/territory.ts';
import { sessionsOf } from './sessions.ts';
import { staffDataTitles } from './titles.ts';

/** All that is kept about a member of staff. Refuses with `not-found`. */
export async function exportStaff(
  { store, clock }: Pick<ServiceContext, 'store' | 'clock'>,
  email: string,
): Promise<StaffData> {
  const { identity, rights, staff: work } = store.read;
  const row = await identity.staffByEmail(email);
  const staff = row && (await identity.staffById(row.id));
  if (!row || !staff) throw new Refusal('not-found');
  const [classes, given, positions, needs, passkeys, transfers, invitations, looks, tokens] =
    await Promise.all([
      rights.classesTaught(row.id),
      rights.assessmentsGivenBy(row.id),
      rights.positionsBy(row.id),
      rights.accommodationsBy(row.id),
      work.passkeys(row.id),
      store.read.transfers.askedOrAnsweredBy(row.id),
      rights.invitationsAbout(row.id),
      rights.looksBy(row.id),
      rights.sessionsOf(row.id),
    ]);
  return {
    schema: staffDataSchema,
    madeAt: clock().toISOString(),
    titles: staffDataTitles,
    staff: {
      id: row.id,
      role: row.role,
      name: row.name,
      email: row.email,
      school: staff.schoolName,
      territory: territoryOf(row),
    },
    classes,
    assessments: given.map(({ id, title, competence, givenAt }) => ({
      id,
      title,
      competence,
      givenAt: givenAt.toISOString(),
    })),
    positions: positions.map(({ competence, saidAt }) => ({
      competence,
      saidAt: saidAt.toISOString(),
    })),
    accommodations: needs.map(({ saidAt }) => ({ saidAt: saidAt.toISOString() })),
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    invitations: invitations.map(({ email, createdAt }) => ({
      email,
      createdAt: createdAt.toISOString(),
    })),
    transfers: transfers.map(({ askedAt, answer, answeredAt }) => ({
      askedAt: askedAt.toISOString(),
      answer,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    looks: looks.map(({ at, action }) => ({ at: at.toISOString(), action })),
    sessions: sessionsOf(tokens),
  };
}
