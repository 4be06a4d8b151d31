import type { Store } from '@jalon/store';
import type { RecentEvidence } from './attempts/evidence.ts';
import type { Engines } from './engine.ts';
import type { Exposure } from './exposure.ts';
import type { Mailer } from './mail/mailer.ts';
import type { SittingEvents } from './sitting-events.ts';
import type { Tally } from './tally.ts';

/** What services are given: they import no clock, no store and no source of chance. */
export interface ServiceContext {
  store: Store;
  engines: Engines;
  exposure: Exposure;
  evidence: RecentEvidence;
  events: SittingEvents;
  tally: Tally;
  mailer: Mailer;
  clock: () => Date;
  newId: () => string;
}
