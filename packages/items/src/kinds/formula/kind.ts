import type { DefinedKind } from '../kind.ts';
import { example } from './example.ts';
import { type FormulaTask, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

export const formula: DefinedKind<typeof definition, FormulaTask, Response> = {
  definition,
  example,
  pointing: 'coarse',
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  problems,
  describeKey: (task) => task.formula,
  describe: (_task, response) => response.formula,
};
