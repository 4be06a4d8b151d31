/** The half of the package that a browser may have: shapes and readers, no key and no scoring. */
export type { FormRefusal } from './contract/form.ts';
export { type InlineRun, inlineMarks, plainText } from './contract/inline.ts';
export { limits, type Part, part } from './contract/limits.ts';
export { documentType, type StimulusBlock, stimulusBlock } from './contract/stimulus.ts';
export {
  type KindName,
  kindNames,
  type LogOf,
  type PresentedItem,
  type PresentedOf,
  presentedItem,
  type Response,
  response,
  readLog,
  responseFromForm,
  type SimulatorName,
} from './kinds/contracts.ts';
