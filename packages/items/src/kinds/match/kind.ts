import type { DefinedKind } from '../kind.ts';
import { linksInWords } from '../shared/links.ts';
import { example } from './example.ts';
import { instantiate, type Match } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ left, right }: Match, { pairs }: Response) => linksInWords(left, right, pairs);

export const match: DefinedKind<typeof definition, Match, Response> = {
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
