import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { filledText } from '../shared/gapped.ts';
import { textOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { type InlineChoice, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ pieces, gaps }: InlineChoice, { chosen }: Response) =>
  plainText(
    filledText(
      pieces,
      gaps.map(({ id, options }) => textOf(chosen[id] ?? '', options)),
    ),
  );

export const inline: DefinedKind<typeof definition, InlineChoice, Response> = {
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
