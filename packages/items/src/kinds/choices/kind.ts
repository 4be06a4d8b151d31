import { example } from './example.ts';
import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textsOf } from '../shared/parts.ts';
import { type Choices, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ options }: Choices, response: Response) =>
  textsOf(response.options, options).map(plainText).join(' ; ');

export const choices: DefinedKind<typeof definition, Choices, Response> = {
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
