import { example } from './example.ts';
import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textOf } from '../shared/parts.ts';
import { type Choice, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ options }: Choice, { option }: Response) => plainText(textOf(option, options));

export const choice: DefinedKind<typeof definition, Choice, Response> = {
  definition,
  example,
  pointing: 'coarse',
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  describe,
  describeKey: (interaction) => describe(interaction, keyResponse(interaction)),
};
