import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkItem,
  describeResponse,
  instantiate,
  keyResponse,
  present,
  score,
} from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import { type Condition, holds } from './conditions.ts';
import { type Event, event as eventSchema, type World, world as worldSchema } from './contract.ts';
import { example } from './example.ts';
import { machine, type State } from './machine.ts';

const world: World = worldSchema.parse({
  ...example.world,
  rooms: [
    ...example.world.rooms,
    {
      id: 'g2',
      name: 'Zoé',
      members: ['p2'],
      messages: [{ id: 'm2', from: 'p2', text: 'Coucou' }],
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
const say = (choice: string): Event => ({ do: 'say', room: 'g1', choice });
const capture: Event = { do: 'capture', message: 'm1' };
const tell: Event = { do: 'tell', person: 'p3' };

describe('conversations', () => {
  it('answer what is said, once, and not those who are blocked', () => {
    expect(after(say('c1')).written.map(({ from }) => from)).toEqual(['me', 'p1']);
    expect(after({ do: 'block', person: 'p1' }, say('c1')).written).toHaveLength(1);
    expect(refused(say('c1'), say('c1'))).toBe(true);
    expect(refused(say('c9'))).toBe(true);
  });

  it('know whether a proof was there when a helper was told', () => {
    expect(is(after(capture, tell), { is: 'told', anyOf: ['p3'], withProof: true })).toBe(true);
    expect(is(after(tell, capture), { is: 'told', anyOf: ['p3'], withProof: true })).toBe(false);
    expect(is(after(tell), { is: 'told', anyOf: ['p2', 'p3'] })).toBe(true);
    expect(refused({ do: 'tell', person: 'p1' })).toBe(true);
  });

  it('send messages on to another room, report them, and are left for good', () => {
    const on: Event = { do: 'forward', message: 'm1', to: 'g2' };
    expect(is(after(on), { is: 'forwarded', message: 'm1' })).toBe(true);
    expect(is(after(on), { is: 'forwarded', message: 'm1', to: 'g1' })).toBe(false);
    expect(refused({ do: 'forward', message: 'm1', to: 'g1' })).toBe(true);
    expect(is(after({ do: 'report', message: 'm1' }), { is: 'reported', message: 'm1' })).toBe(
      true,
    );
    const leave: Event = { do: 'leave', room: 'g1' };
    expect(is(after(leave), { is: 'left', room: 'g1' })).toBe(true);
    expect(refused(leave, say('c1'))).toBe(true);
    expect(refused(leave, capture)).toBe(true);
  });

  it('take people in and out', () => {
    const out: Event = { do: 'member', room: 'g1', person: 'p1', isIn: false };
    expect(is(after(out), { is: 'member', room: 'g1', person: 'p1', isIn: false })).toBe(true);
    expect(refused(out, out)).toBe(true);
    expect(refused({ do: 'member', room: 'g1', person: 'p9', isIn: true })).toBe(true);
  });
});

const aRoom = fc.constantFrom('g1', 'g2', 'g9');
const aMessage = fc.constantFrom('m1', 'm2', 'm9');
const aPerson = fc.constantFrom('p1', 'p2', 'p3', 'p9');
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constantFrom('open', 'mute', 'leave'), room: aRoom }),
  fc.record({ do: fc.constant('say'), room: aRoom, choice: fc.constantFrom('c1', 'c2', 'c3') }),
  fc.record({ do: fc.constantFrom('capture', 'report'), message: aMessage }),
  fc.record({ do: fc.constant('forward'), message: aMessage, to: aRoom }),
  fc.record({ do: fc.constantFrom('block', 'tell'), person: aPerson }),
  fc.record({ do: fc.constant('member'), room: aRoom, person: aPerson, isIn: fc.boolean() }),
);

it('whatever is done is taken or refused, and nobody stands twice in a room', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      let state = machine.start(world);
      for (const event of events) {
        expect(eventSchema.safeParse(event).success).toBe(true);
        state = machine.step(world, state, event) ?? state;
      }
      for (const members of Object.values(state.members)) {
        expect(new Set(members).size).toBe(members.length);
      }
    }),
  );
});

describe('an item of conversations', () => {
  const instance = instantiate(item('chat'), 'a');

  it('gives its key every point, and tells it event by event', () => {
    const key = keyResponse(instance);
    expect(score(instance, key)).toMatchObject({ points: 2, possible: 2 });
    expect(describeResponse(instance, key)).toContain('en parle à Mme Tilleul');
  });

  it('shows what may be said in the order of its names', () => {
    const [first, second] = example.world.rooms[0]?.choices ?? [];
    const rooms = example.world.rooms.map((room) => ({ ...room, choices: [second, first] }));
    const shown = present(instantiate(item('chat', { world: { ...example.world, rooms } }), 'a'));
    const choices = shown.kind === 'chat' ? shown.world.rooms[0]?.choices : undefined;
    expect(choices?.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('is refused by the check where somebody is not there', () => {
    const changed = { world: { ...example.world, helpers: ['p3', 'p8'] } };
    expect(checkItem(item('chat', changed), { seeds: 1 })).toContainEqual(
      expect.objectContaining({ code: 'kind', message: 'There is no person p8.' }),
    );
  });

  it('is scored in under 5 ms where 500 events were sent', () => {
    const log = Array.from({ length: 500 }, (_, i): Event => ({
      do: 'member',
      room: 'g1',
      person: 'p1',
      isIn: i % 2 === 1,
    }));
    expect(fastest(() => score(instance, { kind: 'chat', log }))).toBeLessThan(5);
  });
});
