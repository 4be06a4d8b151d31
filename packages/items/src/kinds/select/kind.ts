import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textsOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { instantiate, optionsOf, type Select } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = (select: Select, { parts }: Response) =>
  textsOf(parts, optionsOf(select)).map(plainText).join(' ; ');

export const select: DefinedKind<typeof definition, Select, Response> = {
  definition,
  example,
  pointing: 'fine',
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  describe,
  describeKey: (interaction) => describe(interaction, keyResponse(interaction)),
};
