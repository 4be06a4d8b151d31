import type { Store } from '@jalon/store';
import type { SchoolTransfers } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { findElsewhere } from './find-elsewhere.ts';

/** Records that a school may ask for, asked for, or is asked for. */
export async function listTransfers(
  { store }: Pick<ServiceContext, 'store'>,
  { schoolId }: Administrator,
): Promise<SchoolTransfers> {
  const { transfers } = store.read;
  const rows = await transfers.ofSchool(schoolId);
  const asked = rows.filter(({ transfer }) => transfer.toSchoolId === schoolId);
  const toAnswer = rows.filter(
    ({ transfer }) => transfer.schoolId === schoolId && transfer.answer === null,
  );
  const known = await findElsewhere(store, schoolId);
  const isAsked = new Set(asked.map(({ transfer }) => keyOf(transfer)));
  const askable = new Set(
    known.filter((one) => !isAsked.has(keyOf(one))).map(({ toPupilId }) => toPupilId),
  );
  const nameOf = await namesOf(store, schoolId, [
    ...askable,
    ...asked.map(({ transfer }) => transfer.toPupilId),
    ...toAnswer.map(({ transfer }) => transfer.pupilId),
  ]);
  return {
    toAsk: [...askable].flatMap((pupilId) => {
      const pupil = nameOf.get(pupilId);
      return pupil?.leftAt === null
        ? [{ pupilId, name: fullName(pupil), className: pupil.className }]
        : [];
    }),
    asked: asked.toReversed().flatMap(({ transfer: { id, toPupilId, askedAt, answer } }) => {
      const pupil = nameOf.get(toPupilId);
      if (!pupil) return [];
      const { className } = pupil;
      return [{ id, name: fullName(pupil), className, askedAt: askedAt.toISOString(), answer }];
    }),
    toAnswer: toAnswer.flatMap(({ transfer: { id, pupilId, askedAt }, askerName, askerUai }) => {
      const pupil = nameOf.get(pupilId);
      if (!pupil) return [];
      const { className, schoolYear, leftAt } = pupil;
      return [
        {
          ...{ id, name: fullName(pupil), className, schoolYear },
          leftAt: leftAt?.toISOString() ?? null,
          askedAt: askedAt.toISOString(),
          asker: { uai: askerUai, name: askerName },
        },
      ];
    }),
  };
}

const keyOf = (one: { schoolId: string; pupilId: string; toPupilId: string }): string =>
  [one.schoolId, one.pupilId, one.toPupilId].join(' ');

/** As many ids as a question may name: SQLite takes 32,766 values a statement. */
const MOST_IDS = 20_000;

async function namesOf(store: Store, schoolId: string, pupilIds: readonly string[]) {
  const found = new Map<string, Awaited<ReturnType<typeof store.read.transfers.pupils>>[number]>();
  for (let at = 0; at < pupilIds.length; at += MOST_IDS) {
    const some = pupilIds.slice(at, at + MOST_IDS);
    for (const one of await store.read.transfers.pupils({ schoolId, pupilIds: some })) {
      found.set(one.id, one);
    }
  }
  return found;
}
