import { plainText } from '../../contract.ts';
import type { DefinedKind } from '../kind.ts';
import { filledText } from '../shared/gapped.ts';
import { example } from './example.ts';
import { type Gaps, instantiate } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const describe = ({ pieces, gaps }: Gaps, { typed }: Response) =>
  plainText(
    filledText(
      pieces,
      gaps.map(({ id }) => typed[id] ?? ''),
    ),
  );

export const gaps: DefinedKind<typeof definition, Gaps, Response> = {
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
