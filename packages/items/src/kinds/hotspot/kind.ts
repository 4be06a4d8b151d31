import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textsOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { type Hotspot, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ zones }: Hotspot, response: Response) =>
  textsOf(response.zones, zones).map(plainText).join(' ; ');

export const hotspot: DefinedKind<typeof definition, Hotspot, Response> = {
  definition,
  example,
  pointing: 'fine',
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  problems,
  describe,
  describeKey: (interaction) => describe(interaction, keyResponse(interaction)),
};
