export { type Bank, type Edition, itemKey, itemsByCompetence, type SourceFile } from './bank.ts';
export { type CompetenceSummary, summarizeBank } from './check/bank-summary.ts';
export {
  competenceLinks,
  type Crosswalk,
  type CrosswalkLink,
  invertCrosswalk,
  type Relation,
} from './crosswalk/crosswalk.ts';
export { readReleaseDays } from './read/release-days.ts';
export { type ReadCrosswalk, readCrosswalks, textsOf } from './read/read-crosswalk.ts';
export { readSequences } from './read/read-sequences.ts';
export type { Sequence } from './schema/sequences.ts';
export { type FrameworkTexts, frameworkTexts } from './schema/framework-texts.ts';
export type { CaseAssociation, CaseItem, CasePackage } from './case/case-types.ts';
export { casePackage, type CaseRequest } from './case/case-package.ts';
export { type CaseImport, importCase } from './case/import-case.ts';
export { type DrawProblem, drawItems } from './check/draw-items.ts';
export { itemIdOfPath } from './item-path.ts';
export { itemParameters } from './measure/item-parameters.ts';
export {
  type Measuring,
  type MeasuringCompetence,
  type MeasuringItem,
  measureWith,
  type ScoredAnswer,
} from './measure/measuring.ts';
export { type FileProblem, problemText } from './problem.ts';
export { type Draft, followFolder, type WorkingFolder } from './read/draft.ts';
export {
  type FolderReading,
  type FrameworkReading,
  readFolder,
  readFramework,
} from './read/read-folder.ts';
export { writeRelease } from './read/write-release.ts';
export { buildRelease, ReleaseRefused, type ReleaseRequest } from './release/build.ts';
export { applyDiff, diffNames, diffReleases, diffText, type ReleaseDiff } from './release/diff.ts';
export { changeText } from './release/change-text.ts';
export {
  type Change,
  type ChangeKind,
  changesBetween,
  nextVersion,
  stepDue,
  type VersionStep,
} from './release/due.ts';
export { bundleSchema, readBundle, writeBundle } from './release/bundle.ts';
export { contentHash } from './release/hash.ts';
export { loadRelease, type Release, ReleaseBroken } from './release/load.ts';
export { compareVersions } from './release/semver.ts';
export { verifyRelease } from './release/verify.ts';
export {
  linkError,
  linkReleases,
  type Linked,
  type ReleaseLink,
  type Unlinked,
} from './reread/link.ts';
export { type EarlierAnswers, readUnder, type Rereading } from './reread/reread.ts';
export { type Framework, framework } from './schema/framework.ts';
export { type ReleaseLock, releaseLock } from './schema/release.ts';
export { type Scale, scale } from './schema/scale.ts';
export {
  sealStatement,
  statedRelease,
  type Statement,
  type StatementBody,
  statementSchema,
} from './statement/statement.ts';
export {
  brokenSeals,
  firstSeal,
  type SealedAttempt,
  type SealedResponse,
  sealResponse,
} from './statement/seal.ts';
export { readStatement, type StatementCheck, verifyStatement } from './statement/verify.ts';
export { readYaml, type YamlReading } from './yaml/read-yaml.ts';
