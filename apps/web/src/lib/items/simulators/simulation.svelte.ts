import {
  type Log,
  type Machine,
  replay,
  type Restart,
  stepOrRestart,
} from '@jalon/items/simulator';

/** A simulator at work in the page: the state that is shown, and the log that will be sent. */
export interface Simulation<State, Event> {
  readonly state: State;
  readonly log: Log<Event>;
  /** Does something; `false`, and nothing done, where it cannot be done now. */
  send(event: Event): boolean;
  /** Puts everything back as it was at first. */
  restart(): void;
}

/** Takes a simulator up where an earlier log left it: after a refusal, or on its way back. */
export function simulation<World, State, Event extends object>(
  machine: Machine<World, State, Event>,
  world: World,
  before: Log<Event>,
): Simulation<State, Event> {
  const walk = replay(machine, world, before);
  const last = 'impossible' in walk ? undefined : walk.states.at(-1);
  let log = $state.raw<Log<Event>>(last === undefined ? [] : before);
  let state = $state.raw<State>(last ?? machine.start(world));

  function apply(event: Event | Restart): boolean {
    const next = stepOrRestart(machine, world, state, event);
    if (next === null) return false;
    log = [...log, event];
    state = next;
    return true;
  }

  return {
    get state() {
      return state;
    },
    get log() {
      return log;
    },
    send: apply,
    restart: () => void apply({ do: 'restart' }),
  };
}
