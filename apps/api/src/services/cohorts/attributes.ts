import {
  type SchoolAttributes,
  schoolPriorities,
  schoolSectors,
  schoolSettings,
  schoolTypes,
} from '@jalon/rosters/directory';

/** The code of the schools of which nothing is said. */
export const UNKNOWN = 'unknown';

/** Classes of size, by pupils of the whole school: the first reaches up to 99. */
const sizes = [
  { word: 'under-100', from: 0 },
  { word: '100-299', from: 100 },
  { word: '300-599', from: 300 },
  { word: '600-more', from: 600 },
] as const;

type Described = Omit<SchoolAttributes, 'districtCode' | 'districtName'>;
type Attribute = 'type' | 'sector' | 'priority' | 'setting' | 'size';

interface Words {
  /** In the order they are shown. */
  words: readonly string[];
  of: (school: Described) => string | null;
}

const attributes: Readonly<Record<Attribute, Words>> = {
  type: { words: schoolTypes, of: ({ type }) => type },
  sector: { words: schoolSectors, of: ({ sector }) => sector },
  priority: { words: schoolPriorities, of: ({ priority }) => priority },
  setting: { words: schoolSettings, of: ({ setting }) => setting },
  size: {
    words: sizes.map(({ word }) => word),
    of: ({ enrolment }) =>
      enrolment === null ? null : (sizes.findLast(({ from }) => enrolment >= from)?.word ?? null),
  },
};

/** The words of something that the directory says of schools, and which one a school has. */
export const wordsOf = (attribute: Attribute): Words => attributes[attribute];
