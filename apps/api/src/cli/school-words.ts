import { parseArgs } from 'node:util';
import { isUai } from '@jalon/rosters';
import { cohortBy, type Territory, territoryKind } from '@jalon/types';
import { z } from 'zod';
import { isDepartment } from '../services/departments.ts';

export const schoolUsage = `Usage: npm run school -- add --uai UAI --name NAME --department CODE --administrator NAME --email ADDRESS

Adds a school and invites its first administrator. Prints the link by which they choose a password,
for three days, unless JALON_SMTP has sent it. Given again for a school that is there, it invites
another administrator.

       npm run school -- inspector --kind ${territoryKind.options.join('|')} --code CODE --name NAME --email ADDRESS

Invites an inspector, who counts the pupils of a territory and sees no name. The code is the
département's (69), the académie's (10), the district's in the national directory, or FR.

       npm run school -- attributes FILE [--density FILE]

Keeps what the national directory (data.education.gouv.fr, fr-en-annuaire-education, CSV) says of the
schools that are here, and, of INSEE's grid of density as CSV, how densely peopled their communes are.
Prints how many were updated, and how many are not in it. The same files again change nothing.

       npm run school -- package FOLDER --kind ${territoryKind.options.join('|')} --code CODE [--by WORD]

Writes what an inspector of a territory takes away (docs/cohorts.md) into a folder: the figures that
were published last, what describes them, and scripts that read them.

       npm run school -- key --kind ${territoryKind.options.join('|')} --code CODE --name NAME [--days DAYS]
       npm run school -- keys
       npm run school -- end-key --id ID

Gives a dashboard a key to the figures that inspectors of a territory read (docs/cohorts.md), for a
year unless told; lists the keys; ends one. A key is printed once, when it is given.

       npm run school -- reset-factor --email ADDRESS

Makes signing in ask somebody for the password alone again, who has lost the devices and the recovery
codes: takes the code, the recovery codes and every passkey from the account. Make sure who is
asking. The settings are those of the server.`;

const person = z.string().trim().min(2).max(100);
const upper = (text: string) => text.toUpperCase();

const addition = z.object({
  does: z.literal('add'),
  uai: z.string().transform(upper).refine(isUai),
  name: z.string().trim().min(2).max(200),
  department: z.string().refine(isDepartment),
  administrator: person,
  email: z.email(),
});
export type AddSchool = z.output<typeof addition>;

const territory = {
  kind: territoryKind,
  code: z
    .string()
    .transform(upper)
    .refine((code) => /^[0-9A-Z]{1,20}$/.test(code)),
};
const together = <T extends Territory>({ kind, code, ...rest }: T) => ({
  ...rest,
  territory: { kind, code },
});

const inspector = z
  .object({ does: z.literal('inspector'), ...territory, name: person, email: z.email() })
  .transform(together);

const DAYS = 365;
const MOST_DAYS = 3_660;
const key = z
  .object({
    does: z.literal('key'),
    ...territory,
    name: person,
    days: z.coerce.number().int().min(1).max(MOST_DAYS).default(DAYS),
  })
  .transform(together);

const keys = z.object({ does: z.literal('keys') });
const endOfKey = z.object({ does: z.literal('end-key'), id: z.uuid() });

const dataPackage = z
  .object({
    does: z.literal('package'),
    ...territory,
    file: z.string().min(1),
    by: cohortBy.exclude(['like']).optional(),
  })
  .transform(together);

const attributes = z.object({
  does: z.literal('attributes'),
  file: z.string().min(1),
  density: z.string().min(1).optional(),
});

const reset = z.object({ does: z.literal('reset-factor'), email: z.email() });

const asked = z.union([addition, inspector, attributes, dataPackage, reset, key, keys, endOfKey]);

/** What the words of the command ask for; `null` where that is nothing it does. */
export function readSchoolWords(words: readonly string[]): z.output<typeof asked> | null {
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
        kind: { type: 'string' },
        code: { type: 'string' },
        density: { type: 'string' },
        days: { type: 'string' },
        by: { type: 'string' },
        id: { type: 'string' },
      },
    });
    const [does, file] = positionals;
    const most = does === 'attributes' || does === 'package' ? 2 : 1;
    const read = asked.safeParse({ ...values, does, file });
    return positionals.length === most && read.success ? read.data : null;
  } catch {
    return null;
  }
}
