import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import { clean, typedNumber } from '../../template/decimals.ts';
import type { KindScore } from '../kind.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { NumberTask, Unit } from './instantiate.ts';
import { parseNumber, type TypedNumber } from './parse-number.ts';
import { typedUnit } from './typed-unit.ts';

export type Response = z.infer<typeof response>;

/**
 * How far apart two doubles may be, relatively, and still be the same decimal after a change of
 * unit. Smaller than one byte in a terabyte, so that no near miss is within it.
 */
const BINARY_RESIDUE = 1e-13;

/** The unit an answer is in; `undefined` where what was typed and what was chosen disagree. */
function unitOf(units: readonly Unit[], chosen: string | undefined, rest: string) {
  const typed = rest === '' ? undefined : typedUnit(rest, units);
  if (rest !== '' && !typed) return undefined;
  if (chosen === undefined) return typed ?? (units.length === 1 ? units[0] : undefined);
  const unit = units.find(({ id }) => id === chosen);
  return typed && typed !== unit ? undefined : unit;
}

/** An answer in the first unit; `null` where it is no number or its unit contradicts it. */
function inFirstUnit({ units }: NumberTask, typed: TypedNumber | null, chosen: string | undefined) {
  if (!typed) return null;
  if (units.length === 0) return typed.rest === '' ? typed.value : null;
  const unit = unitOf(units, chosen, typed.rest);
  return unit ? clean(typed.value * unit.factor) : null;
}

const near = (a: number, b: number, tolerance: number) =>
  Math.abs(a - b) <=
  tolerance * (1 + BINARY_RESIDUE) + BINARY_RESIDUE * Math.max(Math.abs(a), Math.abs(b));

export function check({ units }: NumberTask, { value, unit }: Response) {
  if (unit !== undefined) checkIds([unit], units);
  else if (units.length > 1 && parseNumber(value)?.rest === '') {
    throw new ResponseRefused('This answer needs a unit.');
  }
}

/** One point, for the same number: within the tolerance where there is one. */
export function score(interaction: NumberTask, { value, unit }: Response): KindScore {
  const { units, tolerance, distractors } = interaction;
  const answered = inFirstUnit(interaction, parseNumber(value), unit);
  if (answered === null) return { points: 0, possible: 1 };
  const expected = distractors.find((distractor) => {
    const factor = units.find(({ text }) => text === distractor.unit)?.factor ?? 1;
    return near(answered, clean(distractor.value * factor), 0);
  });
  return {
    points: near(answered, interaction.value, tolerance) ? 1 : 0,
    possible: 1,
    feedback: expected?.feedback ?? undefined,
  };
}

function typing(value: number, unit: Unit | undefined): Response {
  const typed = typedNumber(value);
  return unit ? { kind: 'number', value: typed, unit: unit.id } : { kind: 'number', value: typed };
}

export const keyResponse = ({ value, units }: NumberTask): Response => typing(value, units[0]);

export const distractorResponses = ({ units, distractors }: NumberTask): Response[] =>
  distractors.map(({ value, unit }) =>
    typing(
      value,
      units.find(({ text }) => text === unit),
    ),
  );
