import type { Posterior } from '../ability/posterior.ts';
import { flatSite, type JointGaussian, type Site } from './gaussian.ts';
import type { JointModel } from './model.ts';

/** What is known of all abilities of one pupil after some responses. Never changed in place. */
export interface JointState {
  readonly model: JointModel;
  /** Each competence from its own responses and its own prior: the estimate made apart. */
  readonly alone: readonly Posterior[];
  /** What the own responses of each competence tell the others, as one normal factor. */
  readonly sites: readonly Site[];
  /** Prior times sites, as deviations from the prior means. */
  readonly joint: JointGaussian;
  /** The marginal of the competence answered last, which its update made anyway. */
  readonly latest: { readonly index: number; readonly marginal: Posterior } | undefined;
}

/** The state before any response: the model's prior. */
export function startJoint(model: JointModel): JointState {
  return {
    model,
    alone: model.startAlone,
    sites: model.startAlone.map(() => flatSite),
    joint: model.start,
    latest: undefined,
  };
}
