import type { Event, World } from './contract.ts';
import { messageOf } from './machine.ts';

const folderNames: Record<string, string> = {
  inbox: 'Boîte de réception',
  junk: 'Indésirables',
  trash: 'Corbeille',
};

const subjectOf = (world: World, id: string): string =>
  `« ${messageOf(world, id)?.subject ?? id} »`;

const folderOf = ({ folders }: World, id: string): string =>
  `« ${folders.find((folder) => folder.id === id)?.name ?? folderNames[id] ?? id} »`;

const sentAs = {
  new: 'envoie',
  reply: 'répond',
  'reply-all': 'répond à tous',
  forward: 'transfère',
};

/** What a pupil did, for who reads a result. */
export function describeEvent(world: World, _before: unknown, event: Event): string | null {
  switch (event.do) {
    case 'open':
      return `ouvre ${subjectOf(world, event.message)}`;
    case 'examine':
      return `regarde l’expéditeur de ${subjectOf(world, event.message)}`;
    case 'point':
      return `regarde où mène un lien de ${subjectOf(world, event.message)}`;
    case 'follow':
      return `suit un lien de ${subjectOf(world, event.message)}`;
    case 'unpack':
      return `ouvre une pièce jointe de ${subjectOf(world, event.message)}`;
    case 'move':
      return `range ${subjectOf(world, event.message)} dans ${folderOf(world, event.folder)}`;
    case 'report':
      return `signale ${subjectOf(world, event.message)}`;
    case 'send': {
      const about = event.message === null ? '' : ` (${subjectOf(world, event.message)})`;
      const files =
        event.files.length > 0 ? `, ${String(event.files.length)} pièce(s) jointe(s)` : '';
      const to = [...event.to, ...event.cc, ...event.bcc].join(', ');
      return `${sentAs[event.as]}${about} à ${to}${files} : « ${event.body.trim()} »`;
    }
  }
}
