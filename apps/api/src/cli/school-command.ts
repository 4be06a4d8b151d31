import { randomUUIDv7 } from 'node:crypto';
import type { Store } from '@jalon/store';
import type { Settings } from '../config.ts';
import { resetFactors } from '../services/security/factors.ts';
import { normaliseEmail } from '../services/sign-in.ts';
import { type LinkOf, sendLink } from '../services/staff/invite.ts';
import { mailerOf } from '../start/mail.ts';
import { readAttributes } from './school-attributes.ts';
import { inviteInspector } from './school-inspector.ts';
import { endKey, giveKey, listKeys } from './school-key.ts';
import { packageOf } from './school-package.ts';
import { type AddSchool, readSchoolWords, schoolUsage } from './school-words.ts';
import type { ChunkVoice } from './voice.ts';
import { withStore } from './with-store.ts';

/** `school -- add|inspector|attributes|package|key|keys|end-key|reset-factor`. Gives the exit status. */
export async function schoolCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: ChunkVoice,
): Promise<number> {
  const read = readSchoolWords(words);
  if (!read) {
    voice.say(schoolUsage);
    return 2;
  }
  return withStore({ env, say: voice.say, whereMissing }, async (store, settings) => {
    switch (read.does) {
      case 'add':
        return addSchool(store, settings, read, voice);
      case 'inspector':
        return inviteInspector(store, read, voice, (of) =>
          invite(store, settings, { ...of, ...newcomer, schoolId: null }, voice),
        );
      case 'attributes':
        return readAttributes(store, read, voice);
      case 'key':
        return giveKey(store, read, voice);
      case 'keys':
        return listKeys(store, voice);
      case 'end-key':
        return endKey(store, read.id, voice);
      case 'package':
        return packageOf(store, settings, read, voice);
      case 'reset-factor':
        return resetFactor(store, normaliseEmail(read.email), voice);
    }
  });
}

/** A demo's first start would take an empty database for a school's own. */
const whereMissing = ({ demo }: Settings): string | null =>
  demo ? 'start Jalon once, or set JALON_DEMO to off' : null;

/** Of a link that whoever runs the service sends. */
const newcomer = { staffId: null, givenBy: null, classIds: [] };

async function resetFactor(store: Store, email: string, voice: ChunkVoice): Promise<number> {
  const account = await store.read.identity.staffByEmail(email);
  if (!account) {
    voice.say(`Nobody has the address ${email}.`);
    return 1;
  }
  await resetFactors(store, account.id);
  voice.say(`${email} signs in with the password alone now.`);
  return 0;
}

async function addSchool(
  store: Store,
  settings: Settings,
  { uai, name, department, administrator, email: typed }: AddSchool,
  voice: ChunkVoice,
): Promise<number> {
  const email = normaliseEmail(typed);
  if (await store.read.identity.staffByEmail(email)) {
    voice.say(`${email} has an account already: give another address.`);
    return 1;
  }
  const there = await store.read.rows.schoolByUai(uai);
  const schoolId = there?.id ?? randomUUIDv7();
  if (!there) await store.write(store.change.addSchools({ id: schoolId, uai, name, department }));
  voice.say(there ? `${there.name} is there already.` : `${name} is added.`);
  const of = { schoolId, role: 'administrator' as const, name: administrator, email };
  return invite(store, settings, { ...of, ...newcomer }, voice);
}

/** Sends a link, or gives it on standard output where no mail goes. Gives the exit status. */
async function invite(
  store: Store,
  settings: Settings,
  of: LinkOf,
  voice: ChunkVoice,
): Promise<number> {
  const { isSent, link } = await sendLink(
    {
      store,
      clock: () => new Date(),
      newId: () => randomUUIDv7(),
      mailer: mailerOf(settings),
    },
    { origin: settings.origin ?? `http://localhost:${settings.port}`, language: 'fr' },
    of,
  );
  if (isSent) voice.say(`A link is sent to ${of.email}.`);
  else voice.write(`${link}\n`);
  return 0;
}
