import { parseArgs } from 'node:util';

/** What `rights` is asked to do. */
export type Asked =
  | { does: 'reapply' }
  | { does: 'export' | 'erase'; of: { uai: string; pupilId: string } | { email: string } };

export const USAGE = `Usage: npm run rights -- export --school UAI --pupil ID > file.json
       npm run rights -- erase --school UAI --pupil ID
       npm run rights -- export --staff EMAIL > file.json
       npm run rights -- erase --staff EMAIL
       npm run rights -- reapply`;

const options = {
  school: { type: 'string' },
  pupil: { type: 'string' },
  staff: { type: 'string' },
} as const;

/** Reads the words after `rights --`; `null` where they are none of its commands. */
export function readWords(words: readonly string[]): Asked | null {
  const parsed = parse(words);
  if (!parsed) return null;
  const { school, pupil, staff } = parsed.values;
  const [does, ...rest] = parsed.positionals;
  if (rest.length > 0) return null;
  if (does === 'reapply') {
    return [school, pupil, staff].every((value) => value === undefined) ? { does } : null;
  }
  if (does !== 'export' && does !== 'erase') return null;
  if (staff)
    return school === undefined && pupil === undefined ? { does, of: { email: staff } } : null;
  return school && pupil ? { does, of: { uai: school, pupilId: pupil } } : null;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    return null;
  }
}
