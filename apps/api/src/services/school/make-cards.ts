import type { Store } from '@jalon/store';
import type { Administrator, Teacher } from '../actor.ts';
import { digestCard, drawCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';

/** A card as it is printed: the only time that its words are known. */
export interface NewCard {
  name: string;
  className: string;
  schoolName: string;
  words: string;
}

type Context = Pick<ServiceContext, 'store'>;
type Maker = Teacher | Administrator;

/**
 * New cards for the pupils of a class: all, or those without one. Each ends the card before, and
 * what it had opened. Refuses with `not-found`.
 */
export async function makeClassCards(
  { store }: Context,
  cardKey: Buffer,
  { schoolId }: Maker,
  classId: string,
  whose: 'without-card' | 'all',
): Promise<NewCard[]> {
  const [school, pupils, holders] = await Promise.all([
    store.read.rows.schoolById(schoolId),
    store.read.classes.pupils({ schoolId, classId }),
    store.read.roster.cardHolders(schoolId),
  ]);
  if (!school) throw new Refusal('not-found');
  const withCard = new Set(holders);
  const chosen = pupils.filter(({ id }) => whose === 'all' || !withCard.has(id));
  return make(store, cardKey, schoolId, school.name, chosen);
}

/** A new card for one pupil, which ends the one before. Refuses with `not-found`. */
export async function makePupilCard(
  { store }: Context,
  cardKey: Buffer,
  { schoolId }: Maker,
  pupilId: string,
): Promise<NewCard[]> {
  const pupil = await store.read.identity.pupilById({ schoolId, pupilId });
  if (!pupil || pupil.leftAt !== null) throw new Refusal('not-found');
  return make(store, cardKey, schoolId, pupil.schoolName, [pupil]);
}

async function make(
  store: Store,
  cardKey: Buffer,
  schoolId: string,
  schoolName: string,
  pupils: readonly { id: string; firstName: string; lastName: string; className: string }[],
): Promise<NewCard[]> {
  const made = pupils.map((pupil) => ({ pupil, words: drawCard() }));
  if (made.length === 0) return [];
  await store.write(
    ...made.flatMap(({ pupil }) => store.change.endCards({ schoolId, pupilId: pupil.id })),
    store.change.addCards(
      ...made.map(({ pupil, words }) => ({
        digest: digestCard(cardKey, words),
        schoolId,
        pupilId: pupil.id,
      })),
    ),
  );
  return made.map(({ pupil, words }) => ({
    name: fullName(pupil),
    className: pupil.className,
    schoolName,
    words,
  }));
}
