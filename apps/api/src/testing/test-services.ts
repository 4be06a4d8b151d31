import type { Release } from '@jalon/framework';
import type { Store } from '@jalon/store';
import { openTestStore } from '@jalon/store/testing';
import { createRecentEvidence } from '../services/attempts/evidence.ts';
import type { ServiceContext } from '../services/context.ts';
import { lookAtSitting } from '../services/assessments/announce.ts';
import { createEngines } from '../services/engine.ts';
import { readExposure, recountExposure } from '../services/exposure.ts';
import { deriveKeys, type Keys } from '../services/keys.ts';
import { keepingMailer } from '../services/mail/mailer.ts';
import { createSittingEvents } from '../services/sitting-events.ts';
import { createTally } from '../services/tally.ts';
import { smallRelease } from './small-release.ts';
import { seedTwoSchools, uuid } from './two-schools.ts';

/** What the services of a test run with, where it is not the usual. */
export interface GivenServices {
  /** An empty store; one of its own unless given. */
  store?: Store;
  keys?: Keys;
  clock?: () => Date;
  /** Oldest first: the schools' assessments are given under the first, the last is in force. */
  releases?: readonly Release[];
}

/** Ids that the services make count up from here: the same test has the same ids, and instances. */
const FIRST_ID = 1_000_000;

/** Services over a store that holds the two schools. Whoever asks for them closes the store. */
export async function createTestServices({
  store: given,
  keys = deriveKeys('a secret of the tests, long enough'),
  clock = () => new Date(),
  releases = [smallRelease()],
}: GivenServices = {}): Promise<ServiceContext> {
  const store = given ?? (await openTestStore()).store;
  const [first] = releases;
  const newest = releases.at(-1);
  if (!first || !newest) throw new Error('Services need a release.');
  const engines = createEngines(releases, newest.version);
  await store.write(
    ...releases.map(({ version, framework, sha256 }) =>
      store.change.publishRelease({
        version,
        framework: framework.id,
        sha256,
        publishedAt: clock(),
      }),
    ),
  );
  await seedTwoSchools(store, { keys, releaseVersion: first.version, at: clock() });
  await recountExposure(store);
  let ids = FIRST_ID;
  return {
    store,
    engines,
    exposure: await readExposure(store),
    evidence: createRecentEvidence(),
    tally: createTally(),
    events: createSittingEvents(store.notices, (moved) => lookAtSitting(store, moved)),
    mailer: keepingMailer(clock),
    clock,
    newId: () => uuid((ids += 1)),
  };
}
