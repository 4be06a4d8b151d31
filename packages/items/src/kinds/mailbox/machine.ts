import type { Machine } from '../../simulator/machine.ts';
import type { Event, Message, World } from './contract.ts';

/** The folders that every mailbox has. */
export const systemFolders = ['inbox', 'sent', 'junk', 'trash'] as const;

type SendEvent = Extract<Event, { do: 'send' }>;

/** A message that was sent. */
export type Sent = Omit<SendEvent, 'do'>;

/** A mailbox as it is, and what was looked at on the way. */
export interface State {
  /** The folder that each message lies in. */
  folders: Readonly<Record<string, string>>;
  read: readonly string[];
  /** The message that is open. */
  open: string | null;
  /** Messages whose sender was looked at. */
  examined: readonly string[];
  /** Links (`m1 l1`) whose address was looked at, and those that were followed. */
  pointed: readonly string[];
  followed: readonly string[];
  /** Attachments (`m1 a1`) that were opened. */
  unpacked: readonly string[];
  reported: readonly string[];
  sent: readonly Sent[];
}

const including = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

export const messageOf = ({ messages }: World, id: string): Message | undefined =>
  messages.find((message) => message.id === id);

const hasLink = ({ body }: Message, id: string) =>
  body.some((block) => typeof block !== 'string' && block.link.id === id);

export const hasFolder = ({ folders }: World, id: string): boolean =>
  systemFolders.some((folder) => folder === id) || folders.some((folder) => folder.id === id);

/** Whether this text has the form of an address: somebody, an at sign, somewhere. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function send(world: World, state: State, { do: _, ...sent }: SendEvent): State | null {
  const { to, cc, bcc, files, message, as } = sent;
  const addresses = [...to, ...cc, ...bcc];
  if (to.length === 0 || !addresses.every(isAddress)) return null;
  if ((as === 'new') !== (message === null)) return null;
  if (message !== null && message !== state.open) return null;
  const known = (id: string) => world.files.some((file) => file.id === id);
  if (!files.every(known) || new Set(files).size < files.length) return null;
  return { ...state, sent: [...state.sent, sent] };
}

/** A mailbox: messages are opened, examined, sorted, answered and reported. */
export const machine: Machine<World, State, Event> = {
  start: ({ messages }) => ({
    folders: Object.fromEntries(messages.map(({ id, folder }) => [id, folder])),
    read: messages.filter(({ read }) => read).map(({ id }) => id),
    open: null,
    examined: [],
    pointed: [],
    followed: [],
    unpacked: [],
    reported: [],
    sent: [],
  }),

  step(world, state, event) {
    if (event.do === 'send') return send(world, state, event);
    const message = messageOf(world, event.message);
    if (!message) return null;
    const { id } = message;
    if (event.do === 'open') return { ...state, open: id, read: including(state.read, id) };
    if (event.do === 'move') {
      const { folder } = event;
      if (!hasFolder(world, folder) || folder === 'sent' || state.folders[id] === folder)
        return null;
      return { ...state, folders: { ...state.folders, [id]: folder } };
    }
    if (state.open !== id) return null;
    switch (event.do) {
      case 'examine':
        return { ...state, examined: including(state.examined, id) };
      case 'report':
        if (state.reported.includes(id)) return null;
        return {
          ...state,
          reported: including(state.reported, id),
          folders: { ...state.folders, [id]: 'junk' },
        };
      case 'unpack': {
        const { attachment } = event;
        if (!message.attachments.some((file) => file.id === attachment)) return null;
        return { ...state, unpacked: including(state.unpacked, `${id} ${attachment}`) };
      }
      case 'point':
      case 'follow': {
        if (!hasLink(message, event.link)) return null;
        const link = `${id} ${event.link}`;
        return event.do === 'point'
          ? { ...state, pointed: including(state.pointed, link) }
          : { ...state, followed: including(state.followed, link) };
      }
    }
  },
};
