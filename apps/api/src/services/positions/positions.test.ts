import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gather } from '../../testing/gather.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { positionsCsv } from './csv.ts';
import { readPositions } from './read.ts';
import { sayPositions } from './say.ts';

const teacher = actors.teacher;
const { class: classId, pupil: pupilId, school: schoolId } = people.own;

let services: ServiceContext;
beforeEach(async () => {
  services = await createTestServices();
});
afterEach(() => services.store.close());

const read = () => readPositions(services, teacher, classId);
const ofPupil = async (code: string) =>
  (await read()).pupils[0]?.positions.find(({ competence }) => competence === code);
const say = (competence: string, level: number | null) =>
  sayPositions(services, teacher, classId, { pupilId, positions: [{ competence, level }] });

describe('positions for the school report', () => {
  it('are proposed by the latest result, of pupils of CM2 and 6e', async () => {
    await say('1.1', null);
    expect(await ofPupil('1.1')).toEqual({ competence: '1.1', proposed: null, said: null });
    await taking(services, actors.pupil).finish(people.own.attempt);
    const proposed = (await ofPupil('1.1'))?.proposed;
    expect(proposed).toMatchObject({ attemptId: people.own.attempt });
    expect(proposed?.probability).toBeGreaterThanOrEqual(0.5);
    const { change, write } = services.store;
    await write(change.changePupil({ schoolId, pupilId }, { yearGroup: '4e' }));
    expect(await read()).toMatchObject({ pupils: [], others: 1 });
    await write(change.changePupil({ schoolId, pupilId }, { yearGroup: 'CM2' }));
    expect((await read()).pupils).toHaveLength(1);
  });

  it('are what the teacher says, and go back to the rule', async () => {
    await say('1.1', 3);
    expect((await ofPupil('1.1'))?.said).toBe(3);
    await say('1.1', 0);
    expect((await ofPupil('1.1'))?.said).toBe(0);
    await say('1.1', null);
    expect((await ofPupil('1.1'))?.said).toBeNull();
    await expect(say('9.9', 1)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(
      sayPositions(services, teacher, classId, {
        pupilId: people.sameSchool.pupil,
        positions: [{ competence: '1.1', level: 1 }],
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are a table under the codes of the school report', async () => {
    await say('1.1', 2);
    const positions = await read();
    const rows = () => gather(positionsCsv(positions));
    const [heading = '', row = ''] = await rows();
    const codes = positions.competences.map(({ lsu }) => lsu);
    expect(heading.trimEnd()).toBe(`\uFEFFELEVE,${codes.join(',')}`);
    expect(row.trim()).toBe('Zélie Aubépine,2');
    const first = positions.pupils[0]?.positions[0];
    if (first) first.said = 0;
    expect((await rows())[1]?.trim()).toBe('Zélie Aubépine,');
  });
});
