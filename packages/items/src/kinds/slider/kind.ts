import { plainText } from '../../contract.ts';
import { formatNumber } from '../../template/decimals.ts';
import type { DefinedKind } from '../kind.ts';
import { example } from './example.ts';
import { instantiate, type Slider } from './instantiate.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const NO_BREAK_SPACE = '\u00a0';

function inWords({ line }: Slider, place: number): string {
  if ('marks' in line) {
    return plainText(line.marks.find(({ at }) => at === place)?.text ?? formatNumber(place));
  }
  const { unit } = line.range;
  return formatNumber(place) + (unit === undefined ? '' : NO_BREAK_SPACE + unit);
}

function describeKey(slider: Slider): string {
  const { line, value, tolerance } = slider;
  const key = inWords(slider, value);
  if ('marks' in line || tolerance === 0) return key;
  return `${key} (à ${inWords(slider, tolerance)} près)`;
}

export const slider: DefinedKind<typeof definition, Slider, Response> = {
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
  describeKey,
  describe: (interaction, { place }) => inWords(interaction, place),
};
