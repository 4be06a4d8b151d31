/** The server's half of the package; what a browser may have is in `contract.ts`. */
export { checkItem, type Problem } from './check/check-item.ts';
export { twinsAmong } from './check/duplicates.ts';
export type { KindName } from './kinds/contracts.ts';
export { type ItemDefinition, itemDefinition } from './definition.ts';
export { type Instance, instantiate } from './instance.ts';
export { exampleOf, kindNames, needsFinePointing } from './kinds/examples.ts';
export type { PartScore, StepScore } from './kinds/kind.ts';
export { present } from './present.ts';
export { ResponseRefused } from './response-refused.ts';
export {
  describeKey,
  describeResponse,
  distractorResponses,
  keyResponse,
  pointsOf,
  type Score,
  score,
} from './score.ts';
export { TemplateError } from './template/template-error.ts';
