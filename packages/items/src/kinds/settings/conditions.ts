import { z } from 'zod';
import { rule, type World } from './contract.ts';
import { isSo, isStrong, machine, type State } from './machine.ts';

const part = z.string();
const value = z.union([z.boolean(), z.number(), z.string()]);

/** What a step may ask of a device. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('set'), setting: part, value }),
  /** A rule of the world's own language holds. */
  z.strictObject({ is: z.literal('so'), rule }),
  z.strictObject({ is: z.literal('done'), setting: part }),
  z.strictObject({ is: z.literal('looked'), section: part }),
  /** It was given another value than the one found, at some time. */
  z.strictObject({ is: z.literal('changed'), setting: part }),
  /** All of these have the values found. */
  z.strictObject({ is: z.literal('same'), settings: z.array(part).min(1) }),
  /** The test was tried, with that result where one is named; where `last`, it was the last thing tried. */
  z.strictObject({
    is: z.literal('tested'),
    test: part,
    result: part.optional(),
    last: z.boolean().optional(),
  }),
  /** What was typed is a password that is hard to guess, for who knows these facts. */
  z.strictObject({ is: z.literal('strong'), setting: part, known: z.array(z.string()) }),
]);
export type Condition = z.infer<typeof condition>;

/** Whether a condition holds in a state of the device. */
export function holds(world: World, state: State, condition: Condition): boolean {
  switch (condition.is) {
    case 'set':
      return state.values[condition.setting] === condition.value;
    case 'so':
      return isSo(condition.rule, state);
    case 'done':
      return state.done.includes(condition.setting);
    case 'looked':
      return state.looked.includes(condition.section);
    case 'changed':
      return state.changed.includes(condition.setting);
    case 'same': {
      const { values } = machine.start(world);
      return condition.settings.every((id) => state.values[id] === values[id]);
    }
    case 'tested': {
      const { test, result, last = false } = condition;
      const tried = last ? state.tried.slice(-1) : state.tried;
      return tried.some((one) => one.test === test && (result ?? one.result) === one.result);
    }
    case 'strong': {
      const typed = state.values[condition.setting];
      return typeof typed === 'string' && isStrong(typed, condition.known);
    }
  }
}
