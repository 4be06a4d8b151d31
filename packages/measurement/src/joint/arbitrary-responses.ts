import fc from 'fast-check';
import type { Observation } from '../ability/observation.ts';
import { summarizePosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { compileItem } from '../models/compiled-item.ts';
import { createJointModel, type JointModel } from './model.ts';
import { bank } from './simulated-pupils.ts';
import { startJoint, type JointState } from './state.ts';
import { marginal, updateJoint } from './update.ts';

export interface Response extends Observation {
  readonly index: number;
}

export const pair = (correlation: number): JointModel =>
  createJointModel({
    means: [0, 0.5],
    sds: [1.5, 1.2],
    correlations: [
      [1, correlation],
      [correlation, 1],
    ],
  });

export const guessed = compileItem(
  { discrimination: 1.3, difficulty: 0, difficultySd: 0.5, lower: 0.25 },
  standardGrid,
);

export const response = (competences: number): fc.Arbitrary<Response> =>
  fc.record({
    index: fc.nat({ max: competences - 1 }),
    item: fc.constantFrom(...bank, guessed),
    score: fc.constantFrom(0, 1),
  });

export const responses = (competences: number, most: number) =>
  fc.array(response(competences), { minLength: 1, maxLength: most });

export const after = (model: JointModel, list: readonly Response[]): JointState =>
  list.reduce((state, each) => updateJoint(state, each.index, each), startJoint(model));

export const estimates = (state: JointState) =>
  state.model.startAlone.map((_, i) => summarizePosterior(marginal(state, i)));

export const own = (list: readonly Response[], index: number) =>
  list.filter((each) => each.index === index);

export function furthest(a: JointState, b: JointState): number {
  const [first, second] = [estimates(a), estimates(b)];
  return Math.max(
    ...first.flatMap((each, i) => [
      Math.abs(each.ability - (second[i]?.ability ?? Number.NaN)),
      Math.abs(each.standardError - (second[i]?.standardError ?? Number.NaN)),
    ]),
  );
}
