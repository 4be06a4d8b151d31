import type { LogOf } from '@jalon/items/contract';
import { m } from '#lib/paraglide/messages.js';
import type { World } from './folders.ts';

/** Looking closer at a message that is open. */
export type Looking = Extract<
  LogOf<'mailbox'>[number],
  { do: 'examine' | 'point' | 'follow' | 'unpack' }
>;

type Received = World['messages'][number];

/** What a closer look finds, in words. */
export function foundBy(event: Looking, { from, body }: Received): string {
  if (event.do === 'examine') return `${m.sim_mailbox_address()} : ${from.address}`;
  if (event.do === 'unpack') return m.sim_mailbox_unpacked();
  const link = body
    .flatMap((block) => (typeof block === 'string' ? [] : [block.link]))
    .find(({ id }) => id === event.link);
  const address = link?.address ?? '';
  return event.do === 'point'
    ? `${m.sim_mailbox_leads_to()} ${address}`
    : `${m.sim_mailbox_page()} ${address}. ${link?.page ?? m.sim_mailbox_page_opened()}`;
}
