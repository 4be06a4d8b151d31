import type { Walk } from './machine.ts';

/** One thing that a pupil can do right, drawn. */
export interface Step<Condition> {
  goal: string;
  when: readonly Condition[];
  sometime: readonly Condition[];
  unless: readonly Condition[];
  done: string;
  missed: string;
}

/** Whether a condition holds in a state. */
export type Holds<State, Condition> = (state: State, condition: Condition) => boolean;

/** Whether a walk did a step: see `simulatorDefinition` for what its three lists mean. */
export function isDone<State, Condition>(
  { when, sometime, unless }: Step<Condition>,
  { states, since }: Walk<State>,
  holds: Holds<State, Condition>,
): boolean {
  const last = states.at(-1);
  if (last === undefined) return false;
  const now = states.slice(since);
  return (
    when.every((condition) => holds(last, condition)) &&
    sometime.every((condition) => now.some((state) => holds(state, condition))) &&
    !unless.some((condition) => states.some((state) => holds(state, condition)))
  );
}
