import type { PresentedOf } from '@jalon/items/contract';
import { systemFolders } from '@jalon/items/machines/mailbox';
import { m } from '#lib/paraglide/messages.js';

export type World = PresentedOf<'mailbox'>['world'];

const names: Record<string, () => string> = {
  inbox: m.sim_mailbox_inbox,
  sent: m.sim_mailbox_sent_folder,
  junk: m.sim_mailbox_junk,
  trash: m.sim_mailbox_trash,
};

/** A folder's name, as the mailbox shows it. */
export const folderName = ({ folders }: World, id: string): string =>
  folders.find((folder) => folder.id === id)?.name ?? names[id]?.() ?? id;

/** Every folder: the mailbox's own between the inbox and the others. */
export const foldersOf = ({ folders }: World): string[] => {
  const [inbox, ...others] = systemFolders;
  return [inbox, ...folders.map(({ id }) => id), ...others];
};
