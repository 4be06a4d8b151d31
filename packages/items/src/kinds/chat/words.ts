import type { Event, World } from './contract.ts';
import { messageOf, roomOf } from './machine.ts';

/** What a pupil did, for who reads a result. */
export function describeEvent(world: World, _before: unknown, event: Event): string | null {
  const person = (id: string) => world.people.find((one) => one.id === id)?.name ?? id;
  const room = (id: string) => `« ${roomOf(world, id)?.name ?? id} »`;
  const message = (id: string) => {
    const found = messageOf(world, id)?.message;
    return found ? `le message de ${person(found.from)}` : id;
  };
  switch (event.do) {
    case 'open':
      return `lit ${room(event.room)}`;
    case 'say': {
      const said = roomOf(world, event.room)?.choices.find(({ id }) => id === event.choice)?.text;
      return `écrit dans ${room(event.room)} : « ${said ?? event.choice} »`;
    }
    case 'capture':
      return `garde une capture : ${message(event.message)}`;
    case 'report':
      return `signale ${message(event.message)}`;
    case 'forward':
      return `fait suivre ${message(event.message)} dans ${room(event.to)}`;
    case 'block':
      return `bloque ${person(event.person)}`;
    case 'mute':
      return `met ${room(event.room)} en silence`;
    case 'leave':
      return `quitte ${room(event.room)}`;
    case 'member':
      return `${event.isIn ? 'ajoute' : 'retire'} ${person(event.person)} (${room(event.room)})`;
    case 'tell':
      return `en parle à ${person(event.person)}`;
  }
}
