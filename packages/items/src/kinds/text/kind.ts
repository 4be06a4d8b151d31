import { plainText } from '../../contract.ts';
import { longDate, parseIsoDay } from '../../template/dates.ts';
import type { DefinedKind } from '../kind.ts';
import { example } from './example.ts';
import { instantiate, type Text } from './instantiate.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

function describeKey(interaction: Text): string {
  const { text } = keyResponse(interaction);
  const day = interaction.as === 'date' ? parseIsoDay(text) : null;
  return day ? longDate(day) : plainText(text);
}

export const text: DefinedKind<typeof definition, Text, Response> = {
  definition,
  example,
  pointing: 'coarse',
  instantiate,
  present,
  check,
  score,
  keyResponse,
  distractorResponses,
  describeKey,
  describe: (_interaction, response) => response.text,
};
