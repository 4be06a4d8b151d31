import type { Machine } from '../../simulator/machine.ts';
import type { Event, Setting, World } from './contract.ts';
import { isSo, type Value } from './rules.ts';

export { isSo, isStrong, type Value } from './rules.ts';

/** A device as it is set, and what was looked at, changed and tried on the way. */
export interface State {
  values: Readonly<Record<string, Value>>;
  done: readonly string[];
  looked: readonly string[];
  /** Settings that were ever given another value than the one found. */
  changed: readonly string[];
  /** What was tried, in order: a test and the result it gave. */
  tried: readonly { test: string; result: string }[];
}

const including = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

export const settingsOf = ({ sections }: World): Setting[] =>
  sections.flatMap(({ settings }) => settings);

const startValue = (setting: Setting): Value | undefined => {
  if (setting.type === 'action') return undefined;
  return setting.type === 'text' ? '' : setting.now;
};

/** Whether a setting can take a value. */
function takes(setting: Setting, value: Value): boolean {
  switch (setting.type) {
    case 'toggle':
      return typeof value === 'boolean';
    case 'choice':
      return setting.options.some(({ id }) => id === value);
    case 'level':
      return typeof value === 'number' && value >= setting.min && value <= setting.max;
    case 'text':
      return typeof value === 'string';
    case 'action':
      return false;
  }
}

/** The setting of a name, where it is to be seen now. */
function seen(world: World, state: State, id: string): Setting | undefined {
  const setting = settingsOf(world).find((one) => one.id === id);
  return setting && (setting.shown === undefined || isSo(setting.shown, state))
    ? setting
    : undefined;
}

/** The settings of a device: set, typed, done and tried. */
export const machine: Machine<World, State, Event> = {
  start: (world) => ({
    values: Object.fromEntries(
      settingsOf(world).flatMap((setting) => {
        const value = startValue(setting);
        return value === undefined ? [] : [[setting.id, value]];
      }),
    ),
    done: [],
    looked: [],
    changed: [],
    tried: [],
  }),

  step(world, state, event) {
    switch (event.do) {
      case 'open': {
        const { section } = event;
        if (!world.sections.some(({ id }) => id === section)) return null;
        return { ...state, looked: including(state.looked, section) };
      }
      case 'set': {
        const { setting: id, value } = event;
        const setting = seen(world, state, id);
        if (!setting || !takes(setting, value) || state.values[id] === value) return null;
        return {
          ...state,
          values: { ...state.values, [id]: value },
          changed: including(state.changed, id),
        };
      }
      case 'act': {
        const setting = seen(world, state, event.setting);
        if (setting?.type !== 'action' || state.done.includes(setting.id)) return null;
        return { ...state, done: [...state.done, setting.id] };
      }
      case 'test': {
        const test = world.tests.find(({ id }) => id === event.test);
        const result = test?.results.find(({ when }) => when === undefined || isSo(when, state));
        if (!test || !result) return null;
        return { ...state, tried: [...state.tried, { test: test.id, result: result.id }] };
      }
    }
  },
};
