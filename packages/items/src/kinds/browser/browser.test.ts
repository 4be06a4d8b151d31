import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkItem, describeResponse, instantiate, keyResponse, score } from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import { type Condition, holds } from './conditions.ts';
import { type Event, event as eventSchema, type World, world as worldSchema } from './contract.ts';
import { example } from './example.ts';
import { machine, openPage, readQuery, search, type State } from './machine.ts';

const world: World = worldSchema.parse({
  sources: true,
  questions: [{ id: 'q1', text: 'Quand ?' }],
  pages: [
    {
      id: 'w1',
      address: 'musee.example/loups',
      title: 'Les loups en France',
      date: '2026-03-01',
      owner: 'Musée',
      consent: 'Gardons-nous vos traces ?',
      blocks: [
        { text: 'Le loup gris est revenu en 1992.' },
        { link: { text: 'Horaires', page: 'w2' } },
      ],
    },
    {
      id: 'w2',
      address: 'musee.example/horaires',
      title: 'Horaires du musée',
      blocks: [{ text: 'Ouvert à 10 h.' }],
    },
    {
      id: 'w3',
      address: 'boutique.example',
      title: 'Loup : peluches à prix cassés',
      advert: true,
      blocks: [{ download: { id: 'd1', text: 'Barre d’achat', file: 'barre.exe' } }],
    },
    {
      id: 'w4',
      address: 'blog.example/loup',
      title: 'Le jeu du loup',
      date: '2020-05-05',
      blocks: [{ text: 'Un jeu de cour.' }],
    },
  ],
});

const ids = (query: string, since: string | null = null) =>
  search(world, query, since).map(({ id }) => id);
const after = (...log: Event[]): State => {
  const walk = replay(machine, world, log);
  const state = 'states' in walk ? walk.states.at(-1) : undefined;
  if (!state) throw new Error(`refused: ${JSON.stringify(walk)}`);
  return state;
};
const refused = (...log: Event[]): boolean => 'impossible' in replay(machine, world, log);
const is = (state: State, condition: Condition) => holds(world, state, condition);
const seek = (query: string): Event => ({ do: 'search', query, since: null });
const visit = (page: string): Event => ({ do: 'visit', page });

describe('the search engine', () => {
  it('takes a query apart', () => {
    expect(readQuery('le Loup « gris revenu » -jeu site:musee.example')).toEqual({
      words: ['loup'],
      phrases: ['gris revenu'],
      excluded: ['jeu'],
      site: 'musee.example',
    });
  });

  it('finds by words, plural or not, adverts first and titles before texts', () => {
    expect(ids('loups')).toEqual(['w3', 'w1', 'w4']);
    expect(ids('loups France')).toEqual(['w3', 'w1', 'w4']);
    expect(ids('horaires musée')).toEqual(['w2', 'w1']);
    expect(ids('baleine')).toEqual([]);
  });

  it('narrows by phrase, exclusion, site and date', () => {
    expect(ids('"loup gris"')).toEqual(['w1']);
    expect(ids('loup -jeu -peluches')).toEqual(['w1']);
    expect(ids('loup site:musee.example')).toEqual(['w1']);
    expect(ids('loup', '2025-01-01')).toEqual(['w1']);
  });
});

describe('a browser', () => {
  it('goes where results and links lead, and nowhere else', () => {
    expect(refused(visit('w1'))).toBe(true);
    expect(after(seek('loups'), visit('w1'), visit('w2')).visited).toEqual(['w1', 'w2']);
    expect(refused(seek('loups'), visit('w2'))).toBe(true);
    const back = after(seek('loups'), visit('w1'), { do: 'back' }, visit('w4'));
    expect(openPage(world, back)?.id).toBe('w4');
    expect(refused({ do: 'back' })).toBe(true);
  });

  it('opens a typed address, or says that there is none', () => {
    expect(
      openPage(world, after({ do: 'type', address: 'https://www.boutique.example/' }))?.id,
    ).toBe('w3');
    const lost = after({ do: 'type', address: 'nulle-part.example' });
    expect(lost.lost).toBe('nulle-part.example');
    expect(refused({ do: 'type', address: 'nulle-part.example' }, { do: 'certificate' })).toBe(
      true,
    );
  });

  it('knows whose site it is, what was accepted, for the whole site, and taken', () => {
    const onPage = [seek('loups'), visit('w1')];
    const refuses: Event = { do: 'consent', choice: 'none' };
    const state = after(...onPage, { do: 'certificate' }, refuses);
    expect(is(state, { is: 'certificate', page: 'w1' })).toBe(true);
    expect(is(state, { is: 'consented', page: 'w2', choice: 'none' })).toBe(true);
    expect(refused(...onPage, refuses, refuses)).toBe(true);
    expect(is(after(...onPage, refuses, { do: 'clear' }), { is: 'cleared' })).toBe(true);
    expect(is(after(...onPage, { do: 'clear' }, visit('w2')), { is: 'cleared' })).toBe(false);
    expect(refused(...onPage, { do: 'download', file: 'd1' })).toBe(true);
    expect(
      is(after(seek('loup'), visit('w3'), { do: 'download', file: 'd1' }), {
        is: 'downloaded',
        file: 'd1',
      }),
    ).toBe(true);
  });

  it('keeps sources among the pages visited, and notes', () => {
    const keep = (page: string, kept = true): Event => ({ do: 'keep', page, kept });
    expect(refused(seek('loup'), keep('w1'))).toBe(true);
    const kept = after(seek('loups'), visit('w1'), keep('w1'), {
      do: 'note',
      question: 'q1',
      text: 'En 1992.',
    });
    expect(is(kept, { is: 'sources', pages: ['w1'] })).toBe(true);
    expect(is(kept, { is: 'noted', question: 'q1', accept: ['1992'], within: true })).toBe(true);
    expect(is(kept, { is: 'noted', question: 'q1', accept: ['1992'] })).toBe(false);
    expect(refused(seek('loups'), { do: 'note', question: 'q9', text: 'x' })).toBe(true);
  });

  it('judges how one searched', () => {
    const state = after(seek('loups gris "loup gris" -jeu site:musee.example'));
    expect(
      is(state, {
        is: 'searched',
        words: [['loup']],
        phrase: true,
        excludes: true,
        site: 'musee.example',
      }),
    ).toBe(true);
    expect(is(state, { is: 'searched', words: [['baleine']] })).toBe(false);
    expect(is(state, { is: 'searched', since: true })).toBe(false);
    expect(is(state, { is: 'searched', atMostWords: 1 })).toBe(false);
  });
});

const aPage = fc.constantFrom('w1', 'w2', 'w3', 'w4', 'w9');
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    do: fc.constant('search'),
    query: fc.constantFrom('loup', '"loup', '-', 'site:', '" "', '(((', 'le la les', '-jeu'),
    since: fc.constantFrom(null, '2025-01-01'),
  }),
  fc.record({ do: fc.constant('visit'), page: aPage }),
  fc.record({ do: fc.constant('type'), address: fc.constantFrom('boutique.example', '://', 'x') }),
  fc.record({ do: fc.constantFrom('back', 'certificate', 'bookmark', 'clear') }),
  fc.record({ do: fc.constant('consent'), choice: fc.constantFrom('all', 'none') }),
  fc.record({ do: fc.constant('download'), file: fc.constantFrom('d1', 'd2') }),
  fc.record({ do: fc.constant('keep'), page: aPage, kept: fc.boolean() }),
  fc.record({
    do: fc.constant('note'),
    question: fc.constantFrom('q1', 'q2'),
    text: fc.string({ maxLength: 20 }),
  }),
);

it('whatever is done is taken or refused, and what is kept was visited', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      let state = machine.start(world);
      for (const event of events) {
        expect(eventSchema.safeParse(event).success).toBe(true);
        state = machine.step(world, state, event) ?? state;
      }
      for (const page of state.sources) expect(state.visited).toContain(page);
      expect(state.trail.length).toBeLessThanOrEqual(50);
    }),
  );
});

describe('an item of a browser', () => {
  const instance = instantiate(item('browser'), 'a');

  it('gives its key every point, and tells it event by event', () => {
    const key = keyResponse(instance);
    expect(score(instance, key)).toMatchObject({ points: 2, possible: 2 });
    expect(describeResponse(instance, key)).toContain('cherche');
  });

  it('is refused by the check where a link leads nowhere or an address is somebody’s', () => {
    const [first, second] = example.world.pages;
    const pages = [
      {
        ...first,
        blocks: [{ text: 'La piscine ouvre à 10 h.' }, { link: { text: 'x', page: 'w8' } }],
      },
      { ...second, address: 'piscine.com' },
    ];
    const found = checkItem(item('browser', { world: { ...example.world, pages } }), { seeds: 1 });
    const messages = found.map(({ message }) => message).join(' ');
    expect(messages).toContain('w8');
    expect(messages).toContain('piscine.com');
  });

  it('is scored in under 5 ms where 500 events were sent', () => {
    const log = Array.from({ length: 250 }, (_, i): Event[] => [
      seek(`piscine ${String(i % 20)}`),
      visit('w1'),
    ]).flat();
    const answer = { kind: 'browser' as const, log };
    expect(fastest(() => score(instance, answer))).toBeLessThan(5);
  });
});
