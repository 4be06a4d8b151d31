import type { LogOf, PresentedOf } from '@jalon/items/contract';

export type World = PresentedOf<'browser'>['world'];
export type Page = World['pages'][number];
export type BrowserEvent = Exclude<LogOf<'browser'>[number], { do: 'restart' }>;

/** Goes somewhere else. */
export type Go = (event: BrowserEvent) => void;
/** Does something here, and says what. */
export type Act = (event: BrowserEvent, said: string) => void;
