import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import * as choices from '../choices/score.ts';
import type { KindScore } from '../kind.ts';
import { isKey, isWrong } from '../shared/options.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Hotspot } from './instantiate.ts';
import { picks } from './present.ts';

export type Response = z.infer<typeof response>;

export function check({ zones }: Hotspot, response: Response) {
  checkIds(response.zones, zones);
  if (picks(zones) === 'one' && response.zones.length > 1) {
    throw new ResponseRefused('One zone is to be chosen.');
  }
}

const asChoices = (zones: Hotspot['zones']) => ({ kind: 'choices' as const, options: zones });

/** A point for each right zone, less one for each wrong one, never under nought. */
export const score = ({ zones }: Hotspot, response: Response): KindScore =>
  choices.score(asChoices(zones), { kind: 'choices', options: response.zones });

const choosing = (zones: readonly string[]): Response => ({ kind: 'hotspot', zones: [...zones] });

export const keyResponse = ({ zones }: Hotspot): Response =>
  choosing(zones.filter(isKey).map(({ id }) => id));

/** Each wrong zone; where several are right, one forgotten, one too many, one taken for another. */
export const distractorResponses = ({ zones }: Hotspot): Response[] =>
  picks(zones) === 'one'
    ? zones.filter(isWrong).map(({ id }) => choosing([id]))
    : choices.distractorResponses(asChoices(zones)).map(({ options }) => choosing(options));
