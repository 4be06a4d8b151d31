import type { Store } from '@jalon/store';
import type { Territory } from '@jalon/types';
import { normaliseEmail } from '../services/sign-in.ts';
import { isTerritory, knowTerritory } from '../services/territories/territory.ts';
import type { ChunkVoice } from './voice.ts';

/** Sends a link that opens an account. */
type Send = (of: {
  role: 'inspector';
  name: string;
  email: string;
  territoryKind: Territory['kind'];
  territoryCode: string;
}) => Promise<number>;

/** Invites an inspector to a territory. Gives the exit status. */
export async function inviteInspector(
  store: Store,
  { name, email: typed, territory }: { name: string; email: string; territory: Territory },
  voice: ChunkVoice,
  send: Send,
): Promise<number> {
  const email = normaliseEmail(typed);
  if (!(await isTerritory(store, territory))) {
    const remedy =
      territory.kind === 'district'
        ? 'no school here is in it. Read the directory first (npm run school -- attributes FILE)'
        : 'give the code of a département, such as 69, of an académie, such as 10, or FR';
    voice.say(`There is no ${territory.kind} ${territory.code}: ${remedy}.`);
    return 1;
  }
  if (await store.read.identity.staffByEmail(email)) {
    voice.say(`${email} has an account already: give another address.`);
    return 1;
  }
  voice.say(`Territory: ${(await knowTerritory(store, territory)).name}.`);
  return send({
    ...{ role: 'inspector', name, email },
    ...{ territoryKind: territory.kind, territoryCode: territory.code },
  });
}
