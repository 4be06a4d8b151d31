import { randomUUIDv7 } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isUai } from '@jalon/rosters';
import type { Store } from '@jalon/store';
import { z } from 'zod';
import type { Settings } from '../config.ts';
import { isDepartment } from '../services/departments.ts';
import { resetFactors } from '../services/security/factors.ts';
import { normaliseEmail } from '../services/sign-in.ts';
import { sendLink } from '../services/staff/invite.ts';
import { mailerOf } from '../start/mail.ts';
import type { ChunkVoice } from './voice.ts';
import { withStore } from './with-store.ts';

const USAGE = `Usage: npm run school -- add --uai UAI --name NAME --department CODE --administrator NAME --email ADDRESS

Adds a school and invites its first administrator. Prints the link by which they choose a password,
for three days, unless JALON_SMTP has sent it. Given again for a school that is there, it invites
another administrator.

       npm run school -- reset-factor --email ADDRESS

Makes signing in ask somebody for the password alone again, who has lost the devices and the recovery
codes: takes the code, the recovery codes and every passkey from the account. Make sure who is
asking. The settings are those of the server.`;

const reset = z.object({ does: z.literal('reset-factor'), email: z.email() });

const addition = z.object({
  does: z.literal('add'),
  uai: z
    .string()
    .transform((text) => text.toUpperCase())
    .refine(isUai),
  name: z.string().trim().min(2).max(200),
  department: z.string().refine(isDepartment),
  administrator: z.string().trim().min(2).max(100),
  email: z.email(),
});
const asked = z.union([addition, reset]);

/** `school -- add|reset-factor`. Gives the exit status. */
export async function schoolCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: ChunkVoice,
): Promise<number> {
  const read = readWords(words);
  if (!read) {
    voice.say(USAGE);
    return 2;
  }
  return withStore({ env, say: voice.say, whereMissing }, (store, settings) =>
    read.does === 'add'
      ? addSchool(store, settings, read, voice)
      : resetFactor(store, normaliseEmail(read.email), voice),
  );
}

/** A demo's first start would take an empty database for a school's own. */
const whereMissing = ({ demo }: Settings): string | null =>
  demo ? 'start Jalon once, or set JALON_DEMO to off' : null;

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
  { uai, name, department, administrator, email: typed }: z.output<typeof addition>,
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
  const { isSent, link } = await sendLink(
    {
      store,
      clock: () => new Date(),
      newId: () => randomUUIDv7(),
      mailer: mailerOf(settings),
    },
    { origin: settings.origin ?? `http://localhost:${settings.port}`, language: 'fr' },
    {
      ...{ schoolId, staffId: null, givenBy: null, role: 'administrator' },
      ...{ name: administrator, email, classIds: [] },
    },
  );
  if (isSent) voice.say(`A link is sent to ${email}.`);
  else voice.write(`${link}\n`);
  return 0;
}

function readWords(words: readonly string[]): z.output<typeof asked> | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        uai: { type: 'string' },
        name: { type: 'string' },
        department: { type: 'string' },
        administrator: { type: 'string' },
        email: { type: 'string' },
      },
    });
    const read = asked.safeParse({ ...values, does: positionals[0] });
    return positionals.length === 1 && read.success ? read.data : null;
  } catch {
    return null;
  }
}
