import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

const byName = (one: { id: string }, other: { id: string }) =>
  Number(one.id.slice(1)) - Number(other.id.slice(1));

export const mailbox = defineSimulator({
  name: 'mailbox',
  example,
  pointing: 'coarse',
  world,
  event,
  condition,
  machine,
  holds,
  // By their names, so that drawing these draws the order too.
  present: (shown) => ({
    kind: 'mailbox',
    world: { ...shown, messages: shown.messages.toSorted(byName) },
  }),
  describeEvent,
});
