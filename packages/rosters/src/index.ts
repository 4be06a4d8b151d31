export { noClass } from './builder.ts';
export { schoolYearFrom, schoolYearOf } from './fields/dates.ts';
export { comparable, isClassName, isFormula, tidy } from './fields/names.ts';
export { joinYearGroups } from './fields/year-groups.ts';
export { isUai } from './fields/uai.ts';
export { templateFile } from './formats/template.ts';
export { rosterLimits } from './limits.ts';
export { compareClasses, compareNames } from './order.ts';
export type { Language } from './problem-sentences.ts';
export { type Gravity, problemGravity, type ProblemCode } from './problem-codes.ts';
export { describeProblem, isUsable, type Problem } from './problems.ts';
export { readRoster, type ReadRoster } from './read-roster.ts';
export {
  type Roster,
  type RosterClass,
  type RosterFormat,
  rosterFormats,
  type RosterPupil,
  type SetAside,
} from './roster.ts';
export {
  type Change,
  type Decisions,
  diffRoster,
  type PupilAfter,
  type RosterDiff,
  type SchoolClass,
  type SchoolPupil,
} from './diff/diff.ts';
export {
  type KeyDigest,
  type KeyedRoster,
  type KeyKind,
  keyKinds,
  keyRoster,
  type PupilKeys,
} from './diff/keys.ts';
export type { Doubt } from './diff/match.ts';
