import { randomUUIDv7 } from 'node:crypto';
import { Conflict, type Store } from '@jalon/store';
import { lookAtSitting } from '../services/assessments/announce.ts';
import { createRecentEvidence } from '../services/attempts/evidence.ts';
import type { ServiceContext } from '../services/context.ts';
import type { Engines } from '../services/engine.ts';
import { readExposure } from '../services/exposure.ts';
import { keepingMailer, type Mailer } from '../services/mail/mailer.ts';
import { createSittingEvents } from '../services/sitting-events.ts';
import { createTally } from '../services/tally.ts';
import { CannotStart } from './cannot-start.ts';

/** What the services run with, over a store that knows the release in force. */
export async function prepareServices(
  store: Store,
  engines: Engines,
  mailer?: Mailer,
): Promise<ServiceContext> {
  const clock = () => new Date();
  const { version, framework, sha256 } = engines.current.reference;
  try {
    await store.write(
      store.change.publishRelease({ version, framework, sha256, publishedAt: clock() }),
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new CannotStart(
      `This database holds results of release ${version} with another content: put back that release's files, or publish the change as a new version.`,
    );
  }
  return {
    store,
    engines,
    exposure: await readExposure(store),
    evidence: createRecentEvidence(),
    tally: createTally(),
    events: createSittingEvents(store.notices, (moved) => lookAtSitting(store, moved)),
    mailer: mailer ?? keepingMailer(clock),
    clock,
    newId: () => randomUUIDv7(),
  };
}
