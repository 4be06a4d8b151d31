import { type Random, seededRandom } from '@jalon/measurement';
import type { CohortSchool } from '../../apps/api/src/services/cohorts/school.ts';
import { academies } from '../../apps/api/src/services/territories/academies.ts';

export const YEAR_GROUPS = ['6e', '5e', '4e', '3e'];
export const LEVELS = ['1', '2', '3', '4', '5'];

/** How pupils are spread over the levels, on average. */
const SHARES = [0.08, 0.22, 0.4, 0.22, 0.08];
const SCHOOLS_A_DISTRICT = 8;

/** A made-up country: its schools, and how many pupils of each year group are at each level. */
export interface MadeUpCountry {
  schools: CohortSchool[];
  pupils: ReadonlyMap<string, readonly number[]>;
}

export const pupilsKey = (uai: string, yearGroup: string): string => `${uai} ${yearGroup}`;

/**
 * Draws so many schools in so many départements: small and large départements and schools, most
 * schools public, one in five in priority education, levels higher in some than in others.
 */
export function drawCountry(
  size: { schools: number; departments: number; pupilsASchool: number },
  seed: string,
): MadeUpCountry {
  const random = seededRandom(seed);
  const codes = academies.flatMap(({ departments }) => departments).slice(0, size.departments);
  const weights = codes.map(() => 0.3 + 1.7 * random.next());
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const schools: CohortSchool[] = [];
  const pupils = new Map<string, readonly number[]>();
  codes.forEach((department, place) => {
    const some = Math.max(1, Math.round((size.schools * (weights[place] ?? 0)) / all));
    for (let index = 0; index < some; index += 1) {
      const uai = `${department}-${index}`;
      const enrolment = Math.round(size.pupilsASchool * (0.5 + random.next()));
      const strength = 0.8 * (random.next() - 0.5);
      const counts = YEAR_GROUPS.map(() =>
        drawLevels(
          random,
          (enrolment / YEAR_GROUPS.length) * (0.8 + 0.4 * random.next()),
          strength,
        ),
      );
      YEAR_GROUPS.forEach((year, at) => pupils.set(pupilsKey(uai, year), counts[at] ?? []));
      schools.push({
        ...{ uai, schoolName: uai, department, enrolment, yearGroups: YEAR_GROUPS },
        type: random.next() < 0.75 ? 'college' : 'lycee',
        sector: random.next() < 0.8 ? 'public' : 'private',
        priority: pick(random, ['none', 'none', 'none', 'none', 'rep']),
        setting: random.next() < 0.7 ? 'dense' : 'rural',
        districtCode: `${department}-${Math.floor(index / SCHOOLS_A_DISTRICT)}`,
        districtName: null,
        pupils: counts.map((at) => at.reduce((sum, count) => sum + count, 0)),
      });
    }
  });
  return { schools, pupils };
}

const pick = <T>(random: Random, from: readonly [T, ...T[]]): T =>
  from[Math.floor(random.next() * from.length)] ?? from[0];

/** So many pupils at each level; a strong school has more at high ones. */
function drawLevels(random: Random, pupils: number, strength: number): number[] {
  const weights = SHARES.map((share, level) => share * Math.exp(strength * (level - 2)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map(() => 0);
  for (let pupil = 0; pupil < Math.round(pupils); pupil += 1) {
    let luck = random.next() * all;
    const level = weights.findIndex((weight) => (luck -= weight) < 0);
    const at = level === -1 ? counts.length - 1 : level;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
