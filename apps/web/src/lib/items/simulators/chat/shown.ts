import type { LogOf, PresentedOf } from '@jalon/items/contract';

export type World = PresentedOf<'chat'>['world'];
export type ShownRoom = World['rooms'][number];
type ChatEvent = Exclude<LogOf<'chat'>[number], { do: 'restart' }>;

/** Does something, and says what was done. */
export type Act = (event: ChatEvent, said: string) => void;
