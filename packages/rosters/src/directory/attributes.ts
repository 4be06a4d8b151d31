/** What kinds of school the cohorts tell apart. */
export const schoolTypes = ['primary', 'college', 'lycee', 'lycee-pro', 'other'] as const;
export type SchoolType = (typeof schoolTypes)[number];

/** Who runs a school; a private one under contract teaches the national programmes for the State. */
export const schoolSectors = ['public', 'private-contract', 'private'] as const;
export type SchoolSector = (typeof schoolSectors)[number];

/** Whether a school is one of the networks of priority education. */
export const schoolPriorities = ['none', 'rep', 'rep-plus'] as const;
export type SchoolPriority = (typeof schoolPriorities)[number];

/** How densely peopled a school's commune is: the three levels of INSEE's grid. */
export const schoolSettings = ['dense', 'intermediate', 'rural'] as const;
export type SchoolSetting = (typeof schoolSettings)[number];

/** What the national directory says of a school; `null` where it does not say. */
export interface SchoolAttributes {
  type: SchoolType | null;
  sector: SchoolSector | null;
  priority: SchoolPriority | null;
  setting: SchoolSetting | null;
  /** Pupils of the school, all together. */
  enrolment: number | null;
  /** Circonscription of a primary school, or bassin of another. */
  districtCode: string | null;
  districtName: string | null;
}

/** A value of the directory that is known, that says nothing, or that nobody has told us of. */
export type Read<T> = T | null | 'unknown';
