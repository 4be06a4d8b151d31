import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkItem, describeResponse, instantiate, keyResponse, score } from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import { type Condition, holds } from './conditions.ts';
import { type Event, event as eventSchema, type World, world as worldSchema } from './contract.ts';
import { example } from './example.ts';
import { isSo, isStrong, machine, type State } from './machine.ts';

const world: World = worldSchema.parse({
  device: 'Téléphone',
  sections: [
    {
      id: 's1',
      name: 'Son',
      settings: [
        { id: 'o1', label: 'Muet', type: 'toggle', now: true },
        { id: 'o2', label: 'Volume', type: 'level', now: 0, min: 0, max: 10, step: 1 },
        {
          id: 'o3',
          label: 'Sortie',
          type: 'choice',
          now: 'c1',
          options: [
            { id: 'c1', text: 'Casque' },
            { id: 'c2', text: 'Haut-parleur' },
          ],
        },
      ],
    },
    {
      id: 's2',
      name: 'Compte',
      settings: [
        { id: 'o4', label: 'Mot de passe', type: 'text', secret: true },
        { id: 'o5', label: 'Mettre à jour', type: 'action', done: 'À jour.' },
        { id: 'o6', label: 'Caché', type: 'toggle', now: false, shown: { done: 'o5' } },
      ],
    },
  ],
  tests: [
    {
      id: 't1',
      label: 'Jouer un son',
      results: [
        { id: 'r1', when: { setting: 'o1', is: true }, text: 'Rien.' },
        { id: 'r2', when: { setting: 'o2', atMost: 0 }, text: 'Rien non plus.' },
        { id: 'r3', text: 'On entend.' },
      ],
    },
  ],
});

const after = (...log: Event[]): State => {
  const walk = replay(machine, world, log);
  const state = 'states' in walk ? walk.states.at(-1) : undefined;
  if (!state) throw new Error(`refused: ${JSON.stringify(walk)}`);
  return state;
};
const refused = (...log: Event[]): boolean => 'impossible' in replay(machine, world, log);
const is = (state: State, condition: Condition) => holds(world, state, condition);
const set = (setting: string, value: boolean | number | string): Event => ({
  do: 'set',
  setting,
  value,
});
const test: Event = { do: 'test', test: 't1' };

describe('a device', () => {
  it('takes values that a setting can have, and no others', () => {
    expect(after(set('o2', 4)).values['o2']).toBe(4);
    for (const wrong of [set('o2', 11), set('o2', 0), set('o3', 'c9'), set('o1', 1)]) {
      expect(refused(wrong)).toBe(true);
    }
    expect(refused(set('o5', true))).toBe(true);
    expect(refused(set('z9', true))).toBe(true);
  });

  it('shows what a test gives, by its causes in order', () => {
    expect(after(test).tried).toEqual([{ test: 't1', result: 'r1' }]);
    const heard = after(test, set('o1', false), test, set('o2', 5), test);
    expect(heard.tried.map(({ result }) => result)).toEqual(['r1', 'r2', 'r3']);
    expect(is(heard, { is: 'tested', test: 't1', result: 'r3', last: true })).toBe(true);
    expect(is(heard, { is: 'tested', test: 't1', result: 'r1', last: true })).toBe(false);
    expect(is(heard, { is: 'tested', test: 't1', result: 'r1' })).toBe(true);
  });

  it('remembers what was changed, even where it was put back', () => {
    const state = after(set('o3', 'c2'), set('o3', 'c1'));
    expect(is(state, { is: 'changed', setting: 'o3' })).toBe(true);
    expect(is(state, { is: 'same', settings: ['o1', 'o2', 'o3'] })).toBe(true);
    expect(is(after(set('o3', 'c2')), { is: 'same', settings: ['o3'] })).toBe(false);
  });

  it('hides settings until their rule holds', () => {
    expect(refused(set('o6', true))).toBe(true);
    expect(refused({ do: 'act', setting: 'o5' }, set('o6', true))).toBe(false);
    expect(refused({ do: 'act', setting: 'o5' }, { do: 'act', setting: 'o5' })).toBe(true);
  });

  it('reads rules joined and turned round', () => {
    const known = { values: { o1: true, o2: 5 }, done: ['o5'] };
    expect(isSo({ all: [{ setting: 'o1', is: true }, { done: 'o5' }] }, known)).toBe(true);
    expect(isSo({ any: [{ setting: 'o2', atLeast: 6 }, { done: 'o9' }] }, known)).toBe(false);
    expect(isSo({ not: { setting: 'o2', atMost: 4 } }, known)).toBe(true);
    expect(isSo({ setting: 'o1', atLeast: 0 }, known)).toBe(false);
  });
});

describe('a password', () => {
  it.each(['Ours-bleu-77-lampe', 'vélo ananas tulipe écluse', 'tK9!vR2?pQ7x'])(
    '“%s” is hard to guess',
    (password) => expect(isStrong(password, ['Léa', '2012'])).toBe(true),
  );
  it.each(['soleil', 'aaaaaaaaaaaa', 'Motdepasse12', 'Lea-aime-2012!', 'AAAAbbbb1234!!'])(
    '“%s” is not',
    (password) => expect(isStrong(password, ['Léa', '2012'])).toBe(false),
  );
});

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constant('open'), section: fc.constantFrom('s1', 's2', 's3') }),
  fc.record({
    do: fc.constant('set'),
    setting: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'),
    value: fc.oneof(
      fc.boolean(),
      fc.integer({ min: -1, max: 12 }),
      fc.constantFrom('c1', 'c2', ''),
    ),
  }),
  fc.record({ do: fc.constant('act'), setting: fc.constantFrom('o4', 'o5') }),
  fc.record({ do: fc.constant('test'), test: fc.constantFrom('t1', 't2') }),
);

it('whatever is done is taken or refused, and every setting keeps a value it can have', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 50 }), (events) => {
      let state = machine.start(world);
      for (const event of events) {
        expect(eventSchema.safeParse(event).success).toBe(true);
        state = machine.step(world, state, event) ?? state;
      }
      expect(typeof state.values['o1']).toBe('boolean');
      expect(['c1', 'c2']).toContain(state.values['o3']);
      expect(state.values['o2']).toBeGreaterThanOrEqual(0);
      expect(state.values['o2']).toBeLessThanOrEqual(10);
    }),
  );
});

describe('an item of settings', () => {
  const instance = instantiate(item('settings'), 'a');

  it('gives its key every point, and tells no password that was typed', () => {
    expect(score(instance, keyResponse(instance))).toMatchObject({ points: 2, possible: 2 });
    const typed = instantiate(
      item('settings', {
        world: { device: 'Compte', sections: world.sections, tests: world.tests },
        steps: [
          { goal: 'a', when: [{ is: 'strong', setting: 'o4', known: ['léa'] }], missed: 'b' },
          { goal: 'c', when: [{ is: 'done', setting: 'o5' }], missed: 'd' },
        ],
        solution: [
          { do: 'set', setting: 'o4', value: 'Ours-bleu-77-lampe' },
          { do: 'act', setting: 'o5' },
        ],
        mistakes: [[{ do: 'act', setting: 'o5' }], [{ do: 'set', setting: 'o4', value: 'lea' }]],
      }),
      'a',
    );
    const told = describeResponse(typed, keyResponse(typed));
    expect(told).toContain('(secret)');
    expect(told).not.toContain('Ours');
  });

  it('is refused by the check where a test may end in no way', () => {
    const tests = [
      {
        id: 't1',
        label: 'x',
        results: [{ id: 'r2', when: { setting: 'o1', is: false }, text: 'x' }],
      },
    ];
    const changed = { world: { ...example.world, tests } };
    expect(checkItem(item('settings', changed), { seeds: 1 })).toContainEqual(
      expect.objectContaining({ code: 'kind', message: expect.stringContaining('t1') }),
    );
  });

  it('is scored in under 5 ms where 500 events were sent', () => {
    const log = Array.from({ length: 250 }, (): Event[] => [set('o2', false), set('o2', true)])
      .flat()
      .map((event) => ({ ...event, setting: 'o2' }));
    const answer = { kind: 'settings' as const, log };
    expect(fastest(() => score(instance, answer))).toBeLessThan(5);
  });
});
