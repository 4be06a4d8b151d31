import { formatNumber } from '../../template/decimals.ts';
import type { DefinedKind } from '../kind.ts';
import { textOf } from '../shared/parts.ts';
import { example } from './example.ts';
import { instantiate, type NumberTask } from './instantiate.ts';
import { parseNumber } from './parse-number.ts';
import { present } from './present.ts';
import { definition } from './schema.ts';
import { check, distractorResponses, keyResponse, type Response, score } from './score.ts';

const NO_BREAK_SPACE = '\u00a0';

const withUnit = (value: string, unit: string | undefined) =>
  unit === undefined ? value : value + NO_BREAK_SPACE + unit;

function describeKey({ value, tolerance, units }: NumberTask): string {
  const key = withUnit(formatNumber(value), units[0]?.text);
  if (tolerance === 0) return key;
  return `${key} (à ${withUnit(formatNumber(tolerance), units[0]?.text)} près)`;
}

/** As it was typed, with the chosen unit where it was not typed too. */
function describe({ units }: NumberTask, { value, unit }: Response): string {
  if (unit === undefined || parseNumber(value)?.rest !== '') return value;
  return withUnit(value, textOf(unit, units));
}

export const number: DefinedKind<typeof definition, NumberTask, Response> = {
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
  describe,
};
