import { randomUUIDv7 } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { isDepartment } from '../services/departments.ts';
import { normaliseEmail } from '../services/sign-in.ts';
import { sendLink } from '../services/staff/invite.ts';
import { openDataStore } from '../start/open-data-store.ts';
import { mailerOf } from '../start/mail.ts';
import type { RightsVoice } from './rights-command.ts';

const USAGE = `Usage: npm run school -- add --uai UAI --name NAME --department CODE --administrator NAME --email ADDRESS

Adds a school and invites its first administrator. Prints the link by which they choose a password,
for three days, unless JALON_SMTP has sent it. Given again for a school that is there, it invites
another administrator. The settings are those of the server.`;

const asked = z.object({
  uai: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.string().regex(/^\d{7}[A-Z]$/)),
  name: z.string().trim().min(2).max(200),
  department: z.string().refine(isDepartment),
  administrator: z.string().trim().min(2).max(100),
  email: z.email(),
});

/** `school -- add`. Gives the exit status. */
export async function schoolCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: RightsVoice,
): Promise<number> {
  const read = readWords(words);
  if (!read) {
    voice.say(USAGE);
    return 2;
  }
  const reading = readConfig(env);
  if (!reading.ok) {
    for (const problem of reading.problems) voice.say(problem);
    return 1;
  }
  const { settings } = reading;
  const store = await openDataStore(settings.database);
  try {
    const { uai, name, department, administrator } = read;
    const email = normaliseEmail(read.email);
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
  } finally {
    await store.close();
  }
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
    const read = asked.safeParse(values);
    return positionals.length === 1 && positionals[0] === 'add' && read.success ? read.data : null;
  } catch {
    return null;
  }
}
