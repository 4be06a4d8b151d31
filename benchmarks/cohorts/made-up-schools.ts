import { type Random, seededRandom } from '@jalon/measurement';
import type { Store } from '@jalon/store';
import { departmentCodes } from '../../apps/api/src/services/departments.ts';

type Reads = Store['read']['cohorts'];
type YearGroups = Awaited<ReturnType<Reads['yearGroups']>>;
type Measures = Awaited<ReturnType<Reads['measures']>>;

/** How large a made-up country is. */
export interface Country {
  schools: number;
  pupils: number;
  competences: readonly string[];
}

const YEARS = ['6e', '5e', '4e', '3e'];
const SEED = 'jalon cohorts';
const PRIOR_SD = 1.5;
const ERROR = 0.5;
const CUTS = [-1.5, -0.5, 0.5, 1.5];
/** Of the pupils of a school, in a competence, at the least and the most. */
const TAKES_PART = { from: 0.2, to: 1 };

/** What the store would read of a country of so many pupils, each school drawn when it is asked for. */
export function madeUpCountry({ schools, pupils, competences }: Country): Reads {
  const ofYear = Math.max(1, Math.round(pupils / schools / YEARS.length));
  const rows: YearGroups = Array.from({ length: schools }, (_, n) => n).flatMap((n) => {
    const random = seededRandom(`${SEED} ${n}`);
    const pick = <const T>(...some: readonly [T, ...T[]]): T =>
      some[Math.floor(random.next() * some.length)] ?? some[0];
    const department = departmentCodes[n % departmentCodes.length] ?? '69';
    const uai = `${String(n).padStart(7, '0')}A`;
    const school = {
      ...{ schoolId: uai, uai, schoolName: `Collège ${n}`, department },
      ...{
        type: 'college' as const,
        sector: pick('public', 'public', 'public', 'private-contract'),
      },
      priority: pick('none', 'none', 'none', 'rep', 'rep-plus'),
      setting: pick('dense', 'intermediate', 'rural'),
      enrolment: ofYear * YEARS.length,
      ...{ districtCode: null, districtName: null },
    };
    return YEARS.map((yearGroup) => ({ ...school, yearGroup, pupils: ofYear }));
  });
  return {
    yearGroups: async () => rows,
    resultCounts: async () => [{ releaseVersion: '1.0.0', results: pupils }],
    firstMeasures: async () => [],
    measures: async ({ schoolId }) => measuresOf(schoolId, ofYear, competences),
  };
}

function measuresOf(school: string, ofYear: number, competences: readonly string[]): Measures {
  const random = seededRandom(`${SEED} ${school}`);
  const mean = 1.2 * (random.next() - 0.5);
  const part = TAKES_PART.from + random.next() * (TAKES_PART.to - TAKES_PART.from);
  const finishedAt = new Date(0);
  const measures: Measures = [];
  for (const [year, yearGroup] of YEARS.entries()) {
    for (let pupil = 0; pupil < ofYear; pupil += 1) {
      const pupilId = `${school} ${yearGroup} ${pupil}`;
      const general = mean + year * 0.3 - 0.45 + spread(random);
      for (const competence of competences) {
        if (random.next() >= part) continue;
        const ability = general + 0.6 * spread(random);
        const level = 1 + CUTS.filter((cut) => ability >= cut).length;
        measures.push({
          ...{ pupilId, yearGroup, competence, level, ability, finishedAt },
          ...{ standardError: ERROR, priorMean: 0, priorSd: PRIOR_SD },
        });
      }
    }
  }
  return measures;
}

/** About normal, and quick to draw. */
const spread = (random: Random): number =>
  (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3);
