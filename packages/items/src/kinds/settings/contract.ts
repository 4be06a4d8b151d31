import * as z from 'zod/mini';
import { line, paragraph, partId } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';
import type { Rule } from './rules.ts';

const MOST = { sections: 8, settings: 10, options: 8, facts: 12, tests: 4, results: 8, rules: 8 };
const LONGEST_TYPED = 80;

const list = <Item extends z.core.SomeType>(item: Item, least: number, most: number) =>
  z.array(item).check(z.minLength(least), z.maxLength(most));

const value = z.union([z.boolean(), z.number(), z.string().check(z.maxLength(LONGEST_TYPED))]);

export const rule: z.ZodMiniType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: list(rule, 1, MOST.rules) }),
    z.strictObject({ any: list(rule, 1, MOST.rules) }),
    z.strictObject({ not: rule }),
    z.strictObject({ setting: partId, is: value }),
    z.strictObject({ setting: partId, atLeast: z.number() }),
    z.strictObject({ setting: partId, atMost: z.number() }),
    z.strictObject({ done: partId }),
  ]),
);

const common = {
  id: partId,
  label: line,
  hint: z.optional(line),
  /** Where it is to be seen only while something is so. */
  shown: z.optional(rule),
};

/** `now` is how it is set when the pupil finds it. */
const setting = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('toggle'), now: z.boolean() }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    now: partId,
    options: list(z.strictObject({ id: partId, text: line }), 2, MOST.options),
  }),
  z.strictObject({
    ...common,
    type: z.literal('level'),
    now: z.number(),
    min: z.number(),
    max: z.number(),
    step: z.number().check(z.positive()),
    unit: z._default(z.string().check(z.maxLength(20)), ''),
  }),
  /** A text to type, such as a password; `secret` hides it until it is asked for. */
  z.strictObject({ ...common, type: z.literal('text'), secret: z._default(z.boolean(), false) }),
  /** Something to do once, such as installing an update; `done` is told afterwards. */
  z.strictObject({ ...common, type: z.literal('action'), done: line }),
]);
export type Setting = z.infer<typeof setting>;

/** The settings of a device or an account, what it tells of itself, and what can be tried. */
export const world = z.strictObject({
  device: line,
  sections: list(
    z.strictObject({ id: partId, name: line, settings: list(setting, 1, MOST.settings) }),
    1,
    MOST.sections,
  ),
  /** Told where its rule holds: lights, messages, signs of a fault. */
  facts: z._default(
    list(z.strictObject({ text: line, when: z.optional(rule) }), 0, MOST.facts),
    [],
  ),
  /** Trying something: the first result whose rule holds is what happens. */
  tests: z._default(
    list(
      z.strictObject({
        id: partId,
        label: line,
        results: list(
          z.strictObject({ id: partId, when: z.optional(rule), text: paragraph }),
          1,
          MOST.results,
        ),
      }),
      0,
      MOST.tests,
    ),
    [],
  ),
});
export type World = z.infer<typeof world>;

/** What a pupil can do. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), section: partId }),
  z.strictObject({ do: z.literal('set'), setting: partId, value }),
  z.strictObject({ do: z.literal('act'), setting: partId }),
  z.strictObject({ do: z.literal('test'), test: partId }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract(
  'settings',
  world,
  event,
);
