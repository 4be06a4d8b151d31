import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '@jalon/store';
import type { CardPictureRow } from '@jalon/types';
import { createDemo, type DemoSignIns } from '../../apps/api/src/demo/create-demo.ts';
import { loadEngines } from '../../apps/api/src/load-engines.ts';
import { digestPictures } from '../../apps/api/src/services/card-pictures.ts';
import { digestCard } from '../../apps/api/src/services/cards.ts';
import { deriveKeys } from '../../apps/api/src/services/keys.ts';
import { hashPassword } from '../../apps/api/src/services/passwords.ts';
import { openDataStore } from '../../apps/api/src/start/open-data-store.ts';
import { prepareServices } from '../../apps/api/src/start/services.ts';
import { testCard } from './cards.ts';
import { freePort, startServer } from './server.ts';

/** The product, served on a school made as the demo makes it, and how its people sign in. */
export interface DemoProduct {
  origin: string;
  /** Cards of every pupil, class by class. */
  cards: string[];
  /** A further card of one of them, which asks for pictures. */
  pictureCard: PictureCard;
  teacher: DemoSignIns['teacher'];
  administrator: DemoSignIns['administrator'];
  inspector: DemoSignIns['inspector'];
  academyInspector: DemoSignIns['academyInspector'];
}

/** A card with its row of pictures. */
export interface PictureCard {
  words: string;
  row: CardPictureRow;
}

/** Whose further card asks for pictures: the last of the second class. */
const PICTURED = 47;

const framework = fileURLToPath(new URL('../../competence-framework', import.meta.url));

/**
 * Makes the school, with cards that are known here, and serves it; `stop` leaves nothing behind.
 * What its pupils did was done under the release in force, or under another.
 */
export async function serveDemo(
  seed: string,
  { under }: { under?: string } = {},
): Promise<{ product: DemoProduct; stop: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'jalon-demo-'));
  const secret = randomUUID() + randomUUID();
  const store = await openDataStore(`file:${join(data, 'jalon.sqlite')}`);
  const { card } = deriveKeys(secret);
  const cards: string[] = [];
  const engines = loadEngines(framework, { writing: true });
  const then = under === undefined ? engines : { ...engines, current: engines.of(under) };
  const { teacher, administrator, inspector, academyInspector } = await createDemo(
    await prepareServices(store, then),
    {
      seed,
      newCard: () => {
        const words = testCard(cards.length);
        cards.push(words);
        return words;
      },
      digestCard: (words) => digestCard(card, words),
      newPassword: randomUUID,
      hashPassword,
    },
  );
  const pictureCard = await addPictureCard(store, card, cards[PICTURED] ?? '');
  await store.close();

  const port = await freePort();
  const server = await startServer({
    data,
    port,
    // The school is made above, with people who are known here; the gallery shows the working folder.
    JALON_DEMO: 'on',
    JALON_DRAFT_ITEMS: 'on',
    JALON_SECRET: secret,
    JALON_ORIGIN: `http://127.0.0.1:${port}`,
    JALON_REQUESTS_PER_MINUTE: 100_000,
  });
  return {
    product: {
      ...{ origin: server.origin, cards, pictureCard },
      ...{ teacher, administrator, inspector, academyInspector },
    },
    async stop() {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Gives whoever has a card another, which asks for pictures. */
async function addPictureCard(store: Store, key: Buffer, besides: string): Promise<PictureCard> {
  const holder = await store.read.identity.pupilByCard(digestCard(key, besides));
  if (!holder) throw new Error('Nobody has this card.');
  const { schoolId, pupilId } = holder;
  const words = testCard(9_999);
  const row: CardPictureRow = ['key', 'cat', 'key'];
  const digest = digestCard(key, words);
  const pictures = digestPictures(key, digest, row);
  await store.write(store.change.addCards({ digest, schoolId, pupilId, pictures }));
  return { words, row };
}
