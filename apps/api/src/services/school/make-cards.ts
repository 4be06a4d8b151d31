import type { CardPictureRow } from '@jalon/types';
import type { Administrator, Teacher } from '../actor.ts';
import { digestPictures, drawPictures } from '../card-pictures.ts';
import { digestCard, drawCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';

/** A card as it is printed: the only time that its words and pictures are known. */
export interface NewCard {
  name: string;
  className: string;
  schoolName: string;
  words: string;
  /** The row that it asks for besides; `null` where it asks for none. */
  pictures: CardPictureRow | null;
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
  { whose, pictures }: { whose: 'without-card' | 'all'; pictures: boolean },
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
  return make(context, cardKey, maker, { schoolName: school.name, pupils: chosen, pictures });
}

/** A new card for one pupil, which ends the one before. Refuses with `not-found`. */
export async function makePupilCard(
  context: Context,
  cardKey: Buffer,
  maker: Maker,
  pupilId: string,
  { pictures }: { pictures: boolean },
): Promise<NewCard[]> {
  const { store } = context;
  const { schoolId } = maker;
  const pupil = await store.read.identity.pupilById({ schoolId, pupilId });
  if (!pupil || pupil.leftAt !== null) throw new Refusal('not-found');
  const { schoolName } = pupil;
  return make(context, cardKey, maker, { schoolName, pupils: [pupil], pictures });
}

interface ToMake {
  schoolName: string;
  pupils: readonly { id: string; firstName: string; lastName: string; className: string }[];
  pictures: boolean;
}

async function make(
  { store, clock, newId }: Context,
  cardKey: Buffer,
  { id: actorId, schoolId }: Maker,
  { schoolName, pupils, pictures: hasPictures }: ToMake,
): Promise<NewCard[]> {
  const made = pupils.map((pupil) => {
    const words = drawCard();
    const digest = digestCard(cardKey, words);
    return { pupil, words, digest, pictures: hasPictures ? drawPictures() : null };
  });
  if (made.length === 0) return [];
  await store.write(
    ...made.flatMap(({ pupil }) => store.change.endCards({ schoolId, pupilId: pupil.id })),
    store.change.addCards(
      ...made.map(({ pupil, digest, pictures }) => ({
        digest,
        schoolId,
        pupilId: pupil.id,
        pictures: pictures && digestPictures(cardKey, digest, pictures),
      })),
    ),
    // Whoever makes a card could sign in with it: the pupil and the family see who did.
    store.change.addAccess(
      ...made.map(({ pupil }) => ({
        ...{ schoolId, id: newId(), actorId, pupilId: pupil.id, action: 'card:make', at: clock() },
      })),
    ),
  );
  return made.map(({ pupil, words, pictures }) => ({
    name: fullName(pupil),
    className: pupil.className,
    schoolName,
    words,
    pictures,
  }));
}
