import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textsOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { instantiate, type Order } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ elements }: Order, { order }: Response) =>
  textsOf(order, elements)
    .map((text, index) => `${String(index + 1)}. ${plainText(text)}`)
    .join(' ; ');

export const order: DefinedKind<typeof definition, Order, Response> = {
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
