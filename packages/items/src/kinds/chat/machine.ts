import type { Machine } from '../../simulator/machine.ts';
import type { Event, World } from './contract.ts';

/** Something that was written since the beginning. */
export interface Written {
  room: string;
  from: string;
  text: string;
}

/** Rooms as they are, and what was done in them. */
export interface State {
  members: Readonly<Record<string, readonly string[]>>;
  written: readonly Written[];
  opened: readonly string[];
  /** What was said, as `room choice`. */
  said: readonly string[];
  captured: readonly string[];
  reported: readonly string[];
  /** Messages sent on, as `message room`. */
  forwarded: readonly string[];
  blocked: readonly string[];
  muted: readonly string[];
  left: readonly string[];
  /** Helpers who were told, and whether a proof was there to show. */
  told: readonly { person: string; withProof: boolean }[];
}

type Room = World['rooms'][number];
type Message = Room['messages'][number];

export const roomOf = ({ rooms }: World, id: string): Room | undefined =>
  rooms.find((room) => room.id === id);

/** A message and the room it stands in. */
export function messageOf(world: World, id: string): { room: Room; message: Message } | undefined {
  for (const room of world.rooms) {
    const message = room.messages.find((one) => one.id === id);
    if (message) return { room, message };
  }
  return undefined;
}

const added = (list: readonly string[], one: string): readonly string[] | null =>
  list.includes(one) ? null : [...list, one];

function say(world: World, state: State, room: string, choice: string): State | null {
  const said = roomOf(world, room)?.choices.find(({ id }) => id === choice);
  const list = added(state.said, `${room} ${choice}`);
  if (!said || !list) return null;
  const written = [{ from: 'me', text: said.text }, ...said.answers]
    .filter(({ from }) => !state.blocked.includes(from))
    .map((one) => ({ room, ...one }));
  return { ...state, said: list, written: [...state.written, ...written] };
}

function onMessage(
  world: World,
  state: State,
  event: Extract<Event, { do: 'capture' | 'report' | 'forward' }>,
): State | null {
  const found = messageOf(world, event.message);
  if (!found || state.left.includes(found.room.id)) return null;
  switch (event.do) {
    case 'capture': {
      const captured = added(state.captured, event.message);
      return captured && { ...state, captured };
    }
    case 'report': {
      const reported = added(state.reported, event.message);
      return reported && { ...state, reported };
    }
    case 'forward': {
      const forwarded = added(state.forwarded, `${event.message} ${event.to}`);
      const isOpen = roomOf(world, event.to) && !state.left.includes(event.to);
      if (!forwarded || !isOpen || event.to === found.room.id) return null;
      const { text } = found.message;
      return {
        ...state,
        forwarded,
        written: [...state.written, { room: event.to, from: 'me', text }],
      };
    }
  }
}

function member(world: World, state: State, event: Extract<Event, { do: 'member' }>): State | null {
  const { room, person, isIn } = event;
  const members = state.members[room] ?? [];
  const isKnown = world.people.some(({ id }) => id === person);
  if (!roomOf(world, room) || !isKnown || members.includes(person) === isIn) return null;
  const next = isIn ? [...members, person] : members.filter((one) => one !== person);
  return { ...state, members: { ...state.members, [room]: next } };
}

/** Conversations: what is said, kept, reported, sent on, and told to who can help. */
export const machine: Machine<World, State, Event> = {
  start: ({ rooms }) => ({
    members: Object.fromEntries(rooms.map(({ id, members }) => [id, members])),
    written: [],
    opened: [],
    said: [],
    captured: [],
    reported: [],
    forwarded: [],
    blocked: [],
    muted: [],
    left: [],
    told: [],
  }),

  step(world, state, event) {
    switch (event.do) {
      case 'tell': {
        const isHelper = world.helpers.includes(event.person);
        if (!isHelper || state.told.some(({ person }) => person === event.person)) return null;
        const told = { person: event.person, withProof: state.captured.length > 0 };
        return { ...state, told: [...state.told, told] };
      }
      case 'block': {
        const isKnown = world.people.some(({ id }) => id === event.person);
        const blocked = added(state.blocked, event.person);
        return isKnown && blocked ? { ...state, blocked } : null;
      }
      case 'capture':
      case 'report':
      case 'forward':
        return onMessage(world, state, event);
      default: {
        const { room } = event;
        if (!roomOf(world, room) || state.left.includes(room)) return null;
        if (event.do === 'member') return member(world, state, event);
        if (event.do === 'say') return say(world, state, room, event.choice);
        const key = ({ open: 'opened', mute: 'muted', leave: 'left' } as const)[event.do];
        const list = added(state[key], room);
        if (list) return { ...state, [key]: list };
        return event.do === 'open' ? state : null;
      }
    }
  },
};
