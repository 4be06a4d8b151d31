import type { Event, World } from './contract.ts';
import { BIN, LINK, type State } from './machine.ts';

const rights = {
  none: 'ne partage plus',
  read: 'partage en lecture',
  edit: 'partage en modification',
};

/** What a pupil did, for who reads a result. */
export function describeEvent(world: World, before: State, event: Event): string | null {
  const named = (id: string): string => {
    if (id === BIN) return 'la corbeille';
    const name = before.entries[id]?.name ?? world.drives.find((drive) => drive.id === id)?.name;
    return `« ${name ?? id} »`;
  };
  const all = (ids: readonly string[]) => ids.map(named).join(', ');
  switch (event.do) {
    case 'open':
      return `ouvre ${named(event.folder)}`;
    case 'look':
      return `regarde ${named(event.what)}`;
    case 'create':
      return `crée le dossier « ${event.name} » dans ${named(event.in)}`;
    case 'rename':
      return `renomme ${named(event.what)} en « ${event.name} »`;
    case 'move':
      return `déplace ${all(event.what)} dans ${named(event.to)}`;
    case 'copy':
      return `copie ${all(event.what)} dans ${named(event.to)}`;
    case 'delete':
      return `supprime ${all(event.what)}`;
    case 'recover':
      return `restaure ${named(event.what)}`;
    case 'empty':
      return 'vide la corbeille';
    case 'share': {
      const person = world.people.find(({ id }) => id === event.with)?.name ?? event.with;
      const who = event.with === LINK ? 'toute personne qui a le lien' : person;
      return `${rights[event.right]} ${named(event.what)} avec ${who}`;
    }
    case 'revert':
      return `remet ${named(event.what)} à une version plus ancienne`;
  }
}
