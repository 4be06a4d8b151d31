import { type CardPictureRow, cardPictureIds } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accessCookie,
  deviceCookie,
  halfCardCookie,
  halfCookie,
} from '../plugins/app/session-cookies.ts';
import { digestCard } from '../services/cards.ts';
import { PICTURE_ROWS } from '../services/card-pictures.ts';
import { makeClassCards, makePupilCard, type NewCard } from '../services/school/make-cards.ts';
import { signInLimits } from '../services/sign-in-limits.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, people } from '../testing/two-schools.ts';

let server: TestServer;
let now: number;

beforeEach(async () => {
  now = Date.now();
  server = await createTestServer({ clock: () => new Date(now) });
});
afterEach(() => server.close());

const HOUR = 3_600_000;

type Cookies = Record<string, string>;
const post = (path: string, payload: object, cookies: Cookies, remoteAddress: string) =>
  server.call({ method: 'POST', url: `/api/session/${path}`, payload, cookies, remoteAddress });
const showWords = (words: string, cookies: Cookies = {}, address = '192.0.2.1') =>
  post('card', { card: words }, cookies, address);
const touch = (pictures: readonly string[], cookies: Cookies, address = '192.0.2.1') =>
  post('card/pictures', { pictures }, cookies, address);
type Answer = Awaited<ReturnType<typeof post>>;

const jarOf = (answer: Answer): Cookies =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
const codeOf = (answer: Answer): unknown => answer.json<{ code?: string }>().code;

/** A new card of the pupil's that asks for pictures, as it is printed. */
async function newCard(pictures = true): Promise<NewCard & { row: CardPictureRow }> {
  const { services, keys } = server;
  const made = await makePupilCard(services, keys.card, actors.teacher, people.own.pupil, {
    pictures,
  });
  const [card] = made;
  if (!card) throw new Error('No card was made.');
  return { ...card, row: card.pictures ?? [] };
}

const everyRow = cardPictureIds.flatMap((a) =>
  cardPictureIds.flatMap((b) => cardPictureIds.map((c): CardPictureRow => [a, b, c])),
);
const wrongRows = ({ row }: { row: CardPictureRow }) =>
  everyRow.filter((one) => one.join() !== row.join());

describe('a card that asks for pictures', () => {
  it('lets nobody in by its words alone, and its pupil by its words and then its row', async () => {
    const card = await newCard();
    const words = await showWords(card.words);
    expect(words.statusCode).toBe(401);
    expect(codeOf(words)).toBe('pictures-needed');
    expect(Object.keys(jarOf(words))).toEqual([halfCardCookie]);
    expect(words.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 300 });
    const session = { url: '/api/session', cookies: jarOf(words) };
    expect((await server.call(session)).statusCode).toBe(401);

    const entered = await touch(card.row, jarOf(words));
    expect(entered.json()).toMatchObject({ id: people.own.pupil, role: 'pupil' });
    expect(jarOf(entered)[halfCardCookie]).toBe('');
    const home = await server.call({ url: '/api/home', cookies: jarOf(entered) });
    expect(home.statusCode).toBe(200);
  });

  it('says so kindly where the row is another, or in another order, and may be tried again', async () => {
    const card = await newCard();
    const half = jarOf(await showWords(card.words));
    const [first, second, third] = card.row;
    const turned = first === third ? [second, first, third] : [third, second, first];
    const wrong = await touch(turned.map(String), half);
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({
      code: 'wrong-pictures',
      detail:
        'Ce ne sont pas tes images. Ce n’est pas grave : essaie encore, ou demande-les à ton enseignant.',
    });
    expect((await touch(card.row, half)).statusCode).toBe(200);
  });

  it('takes three pictures that there are, and nothing else', async () => {
    const half = jarOf(await showWords((await newCard()).words));
    for (const row of [[], ['cat', 'sun'], ['cat', 'sun', 'key', 'key'], ['cat', 'sun', 'dog']]) {
      expect(codeOf(await touch(row, half))).toBe('bad-request');
    }
  });

  it('is opened by no other token, nor is what it gives a token of anything else', async () => {
    const card = await newCard();
    const { [halfCardCookie]: half = '' } = jarOf(await showWords(card.words));
    expect(codeOf(await touch(card.row, {}))).toBe('session-ended');
    const [head, claims, signature = ''] = half.split('.');
    const turned = [...signature].toReversed().join('');
    const changed = { [halfCardCookie]: `${head}.${claims}.${turned}` };
    expect(codeOf(await touch(card.row, changed))).toBe('session-ended');
    const access = { [halfCardCookie]: server.cookieOf(actors.pupil)[accessCookie] };
    expect(codeOf(await touch(card.row, access))).toBe('session-ended');
    const asAccess = await server.call({ url: '/api/home', cookies: { [accessCookie]: half } });
    expect(asAccess.statusCode).toBe(401);
    expect(
      codeOf(await post('staff/code', { code: '123456' }, { [halfCookie]: half }, '::1')),
    ).toBe('session-ended');
  });

  it('ends with the card: another has another row, and what was begun goes no further', async () => {
    const old = await newCard();
    const half = jarOf(await showWords(old.words));
    const card = await newCard();
    expect(card.words).not.toBe(old.words);
    expect(codeOf(await touch(old.row, half))).toBe('session-ended');
    expect(codeOf(await showWords(old.words))).toBe('wrong-card');
    const kept = async ({ words }: NewCard) =>
      server.store.read.identity.pupilByCard(digestCard(server.keys.card, words));
    expect(await kept(old)).toBeNull();
    expect((await kept(card))?.pictures).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is made for a class as well, each pupil with a row; and a card without asks for none', async () => {
    const { services, keys } = server;
    const made = await makeClassCards(services, keys.card, actors.administrator, people.own.class, {
      whose: 'all',
      pictures: true,
    });
    expect(made.map(({ pictures }) => pictures?.length)).toEqual([3]);
    expect(codeOf(await showWords(made[0]?.words ?? ''))).toBe('pictures-needed');
    const plain = await newCard(false);
    expect(plain.pictures).toBeNull();
    expect((await showWords(plain.words)).statusCode).toBe(200);
  });

  it('leaves neither words nor pictures in the log', async () => {
    const card = await newCard();
    const half = jarOf(await showWords(card.words));
    await touch(['umbrella', 'umbrella', 'flower'], half);
    const log = server.logged.join('').toLowerCase();
    expect(log).toContain('/api/session/card/pictures');
    const secrets = [card.words, 'umbrella', half[halfCardCookie] ?? ''];
    expect(secrets.filter((secret) => log.includes(secret.toLowerCase()))).toEqual([]);
  });
});

describe('whoever found a card and guesses its row', () => {
  /** How many of a time's guesses were looked at: one every twenty seconds, each from elsewhere. */
  async function guess(card: { row: CardPictureRow; words: string }, ms: number, marked: Cookies) {
    const rows = wrongRows(card);
    const until = now + ms;
    let looked = 0;
    let half: Cookies = {};
    for (let n = 0; now < until; n += 1, now += 20_000) {
      const address = `198.51.${n % 250}.${n % 249}`;
      // A ticket is good for five minutes; the words can be shown again.
      if (n % 12 === 0) half = jarOf(await showWords(card.words, marked, address));
      const answer = await touch(rows[n % rows.length] ?? [], { ...half, ...marked }, address);
      if (codeOf(answer) === 'wrong-pictures') looked += 1;
      else expect(codeOf(answer)).toBe('too-many-requests');
    }
    return looked;
  }

  it('has 20 guesses in an hour and 20 in a day, of 1,716: one in 86', async () => {
    const card = await newCard();
    expect(await guess(card, HOUR, {})).toBe(20);
    expect(await guess(card, 23 * HOUR, {})).toBe(0);
    expect(signInLimits.pictures.most / PICTURE_ROWS).toBeCloseTo(1 / 86, 3);
    // The next day begins anew.
    expect(await guess(card, HOUR, {})).toBe(20);
  });

  it('has 20 more as each person whose mark they have, and takes none from anybody else', async () => {
    // A classmate, who signed in before on their own tablet.
    const mate = jarOf(await showWords(people.cards.sameSchool));
    const card = await newCard();
    const own = jarOf(await touch(card.row, jarOf(await showWords(card.words))));
    const marked = (jar: Cookies): Cookies => ({ [deviceCookie]: jar[deviceCookie] ?? '' });
    expect(await guess(card, HOUR, marked(mate))).toBe(20);
    expect(await guess(card, HOUR, {})).toBe(20);

    const enter = async (marks: Cookies) => {
      const half = jarOf(await showWords(card.words, marks, '203.0.113.9'));
      return touch(card.row, { ...half, ...marks }, '203.0.113.9');
    };
    // Shut where the guesser sat, and on devices that nobody signed in on; open on one's own.
    expect((await enter(marked(mate))).statusCode).toBe(429);
    const refused = await enter({});
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(24 * 3600);
    expect((await enter(marked(own))).statusCode).toBe(200);
    const forged = { [deviceCookie]: `${own[deviceCookie]?.slice(0, -1)}_` };
    expect((await enter(forged)).statusCode).toBe(429);
  });

  it('stops no other card of the class, and a new card of the same pupil begins anew', async () => {
    const card = await newCard();
    expect(await guess(card, HOUR, {})).toBe(20);
    expect((await showWords(people.cards.sameSchool)).statusCode).toBe(200);
    const again = await newCard();
    const half = jarOf(await showWords(again.words));
    expect((await touch(again.row, half)).statusCode).toBe(200);
  });

  it('gains nothing by guessing at one moment', async () => {
    const card = await newCard();
    const half = jarOf(await showWords(card.words));
    const answers = await Promise.all(
      wrongRows(card)
        .slice(0, 60)
        .map((row) => touch(row, half)),
    );
    expect(answers.filter((one) => codeOf(one) === 'wrong-pictures')).toHaveLength(20);
    expect(answers.filter((one) => codeOf(one) === 'too-many-requests')).toHaveLength(40);
  });
});
