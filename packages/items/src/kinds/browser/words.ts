import type { Event, World } from './contract.ts';
import { openPage, pageOf, type State } from './machine.ts';

/** What a pupil did, for who reads a result. */
export function describeEvent(world: World, before: State, event: Event): string | null {
  const named = (id: string) => `« ${pageOf(world, id)?.title ?? id} »`;
  const here = openPage(world, before);
  const title = here ? named(here.id) : 'la page';
  switch (event.do) {
    case 'search':
      return `cherche « ${event.query} »${event.since === null ? '' : ` depuis le ${event.since}`}`;
    case 'visit':
      return `ouvre ${named(event.page)}`;
    case 'type':
      return `tape l’adresse ${event.address}`;
    case 'back':
      return null;
    case 'certificate':
      return `regarde à qui est le site de ${title}`;
    case 'consent':
      return event.choice === 'all'
        ? `accepte les traces de ${title}`
        : `refuse les traces de ${title}`;
    case 'download':
      return `télécharge un fichier de ${title}`;
    case 'bookmark':
      return `met ${title} dans ses favoris`;
    case 'keep':
      return `${event.kept ? 'garde' : 'ne garde plus'} ${named(event.page)} comme source`;
    case 'note':
      return `note « ${event.text} »`;
    case 'clear':
      return 'efface l’historique et les traces';
  }
}
