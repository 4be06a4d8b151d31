/**
 * A simulator: a deterministic machine over plain data, the same in the player and in the scorer.
 * It never changes a state that it was given: it returns another.
 */
export interface Machine<World, State, Event> {
  /** The state in which a pupil finds the world. */
  start(world: World): State;
  /** The state after an event, or `null` where the event could not have happened in that state. */
  step(world: World, state: State, event: Event): State | null;
}

/** Puts everything back as it was at first. What had been done is still known to the scorer. */
export interface Restart {
  do: 'restart';
}

/** What a pupil did, in order. */
export type Log<Event> = readonly (Event | Restart)[];

/** A log gone through: the state after each event, the first being the one found. */
export interface Walk<State> {
  states: readonly State[];
  /** The place among `states` from which on things were as they are now: after the last restart. */
  since: number;
}

/** The place of the first event that could not have happened, from 1. */
export interface Impossible {
  impossible: number;
}

/** Whether an event is a restart. */
export const isRestart = (event: object): event is Restart =>
  'do' in event && event.do === 'restart';

/** The state after an event or a restart; `null` where it could not have happened. */
export const stepOrRestart = <World, State, Event extends object>(
  machine: Machine<World, State, Event>,
  world: World,
  state: State,
  event: Event | Restart,
): State | null => (isRestart(event) ? machine.start(world) : machine.step(world, state, event));

/** Goes through a log from the start, or says which of its events could not have happened. */
export function replay<World, State, Event extends object>(
  machine: Machine<World, State, Event>,
  world: World,
  log: Log<Event>,
): Walk<State> | Impossible {
  let state = machine.start(world);
  let since = 0;
  const states = [state];
  for (const [index, event] of log.entries()) {
    const next = stepOrRestart(machine, world, state, event);
    if (next === null) return { impossible: index + 1 };
    state = next;
    states.push(state);
    if (isRestart(event)) since = states.length - 1;
  }
  return { states, since };
}
