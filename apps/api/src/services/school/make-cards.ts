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

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId'>;
type Maker = Teacher | Administrator;

/**
 * New cards for the pupils of a class: all, or those without one. Each ends the card before, and
 * what it had opened, and is logged as a look at the pupil is. Refuses with `not-found`.
 */
export async function makeClassCards(
  context: Context,
  cardKey: Buffer,
  maker: Maker,
  classId: string,
  whose: 'without-card' | 'all',
): Promise<NewCard[]> {
  const { store } = context;
  const { schoolId } = maker;
  const [school, pupils, holders] = await Promise.all([
    store.read.rows.schoolById(schoolId),
    store.read.classes.pupils({ schoolId, classId }),
    store.read.roster.cardHolders(schoolId),
  ]);
  if (!school) throw new Refusal('not-found');
  const withCard = new Set(holders);
  const chosen = pupils.filter(({ id }) => whose === 'all' || !withCard.has(id));
  return make(context, cardKey, maker, school.name, chosen);
}

/** A new card for one pupil, which ends the one before. Refuses with `not-found`. */
export async function makePupilCard(
  context: Context,
  cardKey: Buffer,
  maker: Maker,
  pupilId: string,
): Promise<NewCard[]> {
  const { store } = context;
  const { schoolId } = maker;
  const pupil = await store.read.identity.pupilById({ schoolId, pupilId });
  if (!pupil || pupil.leftAt !== null) throw new Refusal('not-found');
  return make(context, cardKey, maker, pupil.schoolName, [pupil]);
}

async function make(
  { store, clock, newId }: Context,
  cardKey: Buffer,
  { id: actorId, schoolId }: Maker,
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
    // Whoever makes a card could sign in with it: the pupil and the family see who did.
    store.change.addAccess(
      ...made.map(({ pupil }) => ({
        ...{ schoolId, id: newId(), actorId, pupilId: pupil.id, action: 'card:make', at: clock() },
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
