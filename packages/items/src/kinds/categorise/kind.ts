import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { textOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { type Categorise, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ categories, elements }: Categorise, { places }: Response) =>
  elements
    .flatMap(({ id, text }) => {
      const place = places[id];
      return place === undefined
        ? []
        : [`${plainText(text)} → ${plainText(textOf(place, categories))}`];
    })
    .join(' ; ');

export const categorise: DefinedKind<typeof definition, Categorise, Response> = {
  definition,
  example,
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  describe,
  describeKey: (interaction) => describe(interaction, keyResponse(interaction)),
};
