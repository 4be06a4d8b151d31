import type { DefinedKind } from '../kind.ts';
import { linksInWords } from '../shared/links.ts';
import { example } from './example.ts';
import { type Categorise, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ elements, categories }: Categorise, { places }: Response) =>
  linksInWords(elements, categories, places);

export const categorise: DefinedKind<typeof definition, Categorise, Response> = {
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
