import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, type World, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

/** Names that stand twice, and people who are not there. */
function problems({ people, rooms, helpers }: World): string[] {
  const ids = [
    ...people.map(({ id }) => id),
    ...rooms.map(({ id }) => id),
    ...rooms.flatMap(({ messages }) => messages.map(({ id }) => id)),
  ];
  const named = [
    ...helpers,
    ...rooms.flatMap(({ members, messages, choices }) => [
      ...members,
      ...[...messages, ...choices.flatMap(({ answers }) => answers)].map(({ from }) => from),
    ]),
  ];
  const known = new Set(['me', ...people.map(({ id }) => id)]);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Two parts are named ${id}.`),
    ...[...new Set(named)].filter((id) => !known.has(id)).map((id) => `There is no person ${id}.`),
  ];
}

export const chat = defineSimulator({
  name: 'chat',
  example,
  pointing: 'coarse',
  world,
  event,
  condition,
  machine,
  holds,
  // What may be said, by its name: drawing names draws the order too.
  present: (shown) => ({
    kind: 'chat',
    world: {
      ...shown,
      rooms: shown.rooms.map((room) => ({ ...room, choices: room.choices.toSorted(byName) })),
    },
  }),
  describeEvent,
  problems,
});

const byName = (one: { id: string }, other: { id: string }) =>
  Number(one.id.slice(1)) - Number(other.id.slice(1));
