import { expect, it } from 'vitest';
import { outdated } from './prune.ts';

const made = (day: string, releaseVersion = '1.0.0') => ({
  ...{ id: `${releaseVersion} ${day}`, releaseVersion },
  madeAt: new Date(`${day}T01:00:00Z`),
});
const gone = (...days: string[]) =>
  outdated(
    days.map((day) => made(day)),
    new Date('2026-11-28T01:00:00Z'),
  );

it('the newest of a release stays, and the first of each month for three years', () => {
  expect(gone('2026-10-01', '2026-10-02', '2026-11-01', '2026-11-27', '2026-11-28')).toEqual([
    ...['1.0.0 2026-10-02', '1.0.0 2026-11-27'],
  ]);
  expect(gone('2023-10-01', '2023-12-01', '2026-11-28')).toEqual(['1.0.0 2023-10-01']);
});

it('of a release that is no longer counted the last stays, however old', () => {
  const publications = [made('2020-05-01', '0.9.0'), made('2020-05-02', '0.9.0')];
  expect(outdated(publications, new Date('2026-11-28'))).toEqual(['0.9.0 2020-05-01']);
});
