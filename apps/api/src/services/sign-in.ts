import { createHash } from 'node:crypto';
import type { Store } from '@jalon/store';
import type { CardPictureRow } from '@jalon/types';
import { digestPictures } from './card-pictures.ts';
import { digestCard } from './cards.ts';
import { deviceSubject, readDevice } from './device.ts';
import type { Keys } from './keys.ts';
import { checkPassword } from './passwords.ts';
import { findPerson, type Person } from './people.ts';
import { Refusal } from './refusal.ts';
import type { Counted, SignInGuard } from './sign-in-limits.ts';

/** What signing in needs. */
export interface SignInContext {
  store: Store;
  keys: Keys;
  guard: SignInGuard;
}

/** Where a try comes from: the client's address, and the mark its device carries, if any. */
export interface Caller {
  address: string;
  deviceMark: string | undefined;
}

/** Characters of a digest that a counter is kept under: enough to tell cards apart, no more. */
const PREFIX = 16;

/** A card whose words are right. */
export interface RightCard {
  person: Person;
  digest: string;
  /** Whether it lets nobody in before its pictures are touched. */
  asksForPictures: boolean;
}

/** Finds the pupil whose card was typed. Refuses with `wrong-card` or `too-many-requests`. */
export async function signInWithCard(
  { store, keys, guard }: SignInContext,
  caller: Caller,
  card: string,
): Promise<RightCard> {
  const digest = digestCard(keys.card, card);
  const device = readDevice(keys.device, caller.deviceMark);
  const against: Counted[] = [
    { limit: 'card', key: digest.slice(0, PREFIX) },
    device === null ? { limit: 'address', key: caller.address } : { limit: 'device', key: device },
  ];
  const right = await guard.tryOnce(against, async () => {
    const card = await store.read.identity.pupilByCard(digest);
    const person = card && (await holderOf(store, card));
    return person && { person, digest, asksForPictures: card.pictures !== null };
  });
  if (!right) throw new Refusal('wrong-card');
  return right;
}

/**
 * Finds the pupil whose card's words were right and whose pictures were touched. Wrong rows are
 * counted by card and by who vouches for the device, devices that nobody vouches for together:
 * whoever guesses holds the card, and stops nobody but those who sit where they do. Refuses with
 * `wrong-pictures`, `too-many-requests`, and `session-ended` where the card was renewed meanwhile.
 */
export async function signInWithPictures(
  { store, keys, guard }: SignInContext,
  caller: Caller,
  digest: string,
  row: CardPictureRow,
): Promise<Person> {
  const card = await store.read.identity.pupilByCard(digest);
  if (!card || card.pictures === null) throw new Refusal('session-ended');
  const { pictures } = card;
  const voucher = readDevice(keys.device, caller.deviceMark) ?? 'nobody';
  const against: Counted[] = [{ limit: 'pictures', key: `${digest.slice(0, PREFIX)} ${voucher}` }];
  const person = await guard.tryOnce(against, async () =>
    digestPictures(keys.card, digest, row) === pictures ? holderOf(store, card) : null,
  );
  if (!person) throw new Refusal('wrong-pictures');
  return person;
}

const holderOf = (store: Store, card: { pupilId: string; schoolId: string }) =>
  findPerson(store, { role: 'pupil', id: card.pupilId, schoolId: card.schoolId });

/**
 * Finds the member of staff whose address and password were given. An unknown address is refused
 * like a wrong password, after the same time. Refuses with `wrong-password` or `too-many-requests`.
 */
export async function signInAsStaff(
  { store, keys, guard }: SignInContext,
  caller: Caller,
  given: { email: string; password: string },
): Promise<Person> {
  const email = normaliseEmail(given.email);
  const staff = await store.read.identity.staffByEmail(email);
  const device = readDevice(keys.device, caller.deviceMark);
  const isOwnDevice = staff !== null && device === deviceSubject(keys.device, staff.id);
  const account = createHash('sha256').update(email).digest('hex').slice(0, PREFIX);
  const against: Counted[] = isOwnDevice
    ? [{ limit: 'device', key: device }]
    : [
        { limit: 'account', key: account },
        { limit: 'address', key: caller.address },
      ];
  const person = await guard.tryOnce(against, async () => {
    const right = await checkPassword(staff?.passwordHash ?? null, given.password);
    return right && staff ? findPerson(store, staff) : null;
  });
  if (!person) throw new Refusal('wrong-password');
  return person;
}

/** An e-mail address in the form it is kept in. */
export const normaliseEmail = (typed: string): string =>
  typed.normalize('NFC').trim().toLowerCase();
