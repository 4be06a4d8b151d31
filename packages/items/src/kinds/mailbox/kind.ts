import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

export const mailbox = defineSimulator({
  name: 'mailbox',
  example,
  world,
  event,
  condition,
  machine,
  holds,
  present: (shown) => ({ kind: 'mailbox', world: shown }),
  describeEvent,
});
