import type { SeededIds } from './ids.ts';

/** How large a made-up world is. */
export interface WorldPlan {
  seed: string;
  schools: number;
  pupilsASchool: number;
  sittingsAPupil: number;
  /** At which the drawing stops, to the end of a sitting. */
  responses: number;
}

/** As in France: about 12 million pupils in about 60 000 schools. */
const PUPILS_A_SCHOOL = 200;
export const PUPILS_A_CLASS = 25;
/** With some 11.5 responses each, what a country's 2 billion responses a year come to. */
const SITTINGS_A_PUPIL = 15;
const RESPONSES_A_SITTING = 11.5;

export const FIRST_DAY_MS = Date.UTC(2026, 8, 7, 8);
export const BETWEEN_SITTINGS_MS = 14 * 86_400_000;

/** As many schools as so many responses need, where each pupil gives a year's. */
export function planWorld(seed: string, responses: number): WorldPlan {
  const [pupilsASchool, sittingsAPupil] = [PUPILS_A_SCHOOL, SITTINGS_A_PUPIL];
  const aSchool = pupilsASchool * sittingsAPupil * RESPONSES_A_SITTING;
  const schools = Math.max(1, Math.ceil(responses / aSchool));
  return { seed, responses, schools, pupilsASchool, sittingsAPupil };
}

/** So many schools of so many pupils, who give so many responses in all. */
export function planSchools(
  seed: string,
  { schools, pupils, responses }: { schools: number; pupils: number; responses: number },
): WorldPlan {
  const pupilsASchool = Math.ceil(pupils / schools / PUPILS_A_CLASS) * PUPILS_A_CLASS;
  const sittingsAPupil = Math.ceil(responses / pupils / RESPONSES_A_SITTING);
  return { seed, responses, schools, pupilsASchool, sittingsAPupil };
}

/** How many classes a school has. */
export const classesOf = ({ pupilsASchool }: WorldPlan): number => pupilsASchool / PUPILS_A_CLASS;

/** The people of a school, by their ranks; each id is the same whenever it is asked for. */
export function rosterIds(ids: SeededIds, plan: WorldPlan) {
  const classes = classesOf(plan);
  return {
    school: (school: number) => ids.timed('school', school, FIRST_DAY_MS),
    teacher: (school: number) => ids.timed('teacher', school, FIRST_DAY_MS),
    class: (school: number, rank: number) =>
      ids.timed('class', school * classes + rank, FIRST_DAY_MS),
    pupil: (school: number, rank: number) =>
      ids.timed('pupil', school * plan.pupilsASchool + rank, FIRST_DAY_MS),
  };
}

/** So many pupils, as far as there are, over as many schools as there are up to twenty, evenly spread. */
export function spreadPupils(ids: SeededIds, plan: WorldPlan, count: number) {
  const roster = rosterIds(ids, plan);
  const schools = Math.min(20, plan.schools);
  return Array.from({ length: Math.min(count, schools * plan.pupilsASchool) }, (_, index) => {
    const school = Math.floor(((index % schools) * plan.schools) / schools);
    const rank = Math.floor(index / schools);
    return { id: roster.pupil(school, rank), schoolId: roster.school(school) };
  });
}
