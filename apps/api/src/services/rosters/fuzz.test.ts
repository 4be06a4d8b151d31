import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutatedFrom } from '../../../../../packages/rosters/src/testing/mutated-files.ts';
import { manyPupils, three } from '../../../../../packages/rosters/src/testing/pupils.ts';
import {
  inPieces,
  latin9,
  ondeCsv,
  oneRosterFilesOf,
  siecleXml,
  templateCsv,
  zipOf,
} from '../../../../../packages/rosters/src/testing/written-files.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { confirmRoster } from './confirm.ts';
import { previewRoster } from './preview.ts';
import { readUpload } from './read-upload.ts';

const some = [...three, ...manyPupils(6)];
const whole = [
  latin9(siecleXml(some)),
  latin9(ondeCsv(some)),
  new TextEncoder().encode(templateCsv(some)),
  zipOf(oneRosterFilesOf(some)),
];
const { school: schoolId } = people.own;

it('whatever is brought and confirmed, a school holds all that its preview said, or nothing', async () => {
  const services = await createTestServices({ clock: () => new Date('2026-11-28T09:00:00Z') });
  const actor = actors.administrator;
  const here = async () => {
    const pupils = await services.store.read.roster.pupils(schoolId);
    return pupils.filter(({ leftAt }) => leftAt === null).length;
  };
  let imported = 0;
  try {
    await fc.assert(
      fc.asyncProperty(mutatedFrom(whole), fc.boolean(), async (bytes, absentHaveLeft) => {
        const before = await here();
        const key = Buffer.alloc(32, 1);
        const { rosterId } = await readUpload(services, { key }, actor, inPieces(bytes, 997), 'fr');
        expect(await here()).toBe(before);
        if (rosterId === null) return;
        const seen = await previewRoster(services, actor, rosterId);
        const said = { fingerprint: seen.fingerprint, absentHaveLeft, who: [] };
        const outcome = await confirmRoster(services, actor, rosterId, said);
        imported += 1;
        expect(outcome.added).toBe(seen.added.count);
        expect(outcome.left).toBe(seen.left.count + (absentHaveLeft ? seen.absent.count : 0));
        expect(await here()).toBe(before + outcome.added + seen.back.count - outcome.left);
      }),
      { numRuns: 300 },
    );
    expect(imported).toBeGreaterThan(30);
  } finally {
    await services.store.close();
  }
}, 120_000);
