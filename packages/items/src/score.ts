import type { Response } from './contract.ts';
import type { ItemDefinition } from './definition.ts';
import { type Instance, instantiate } from './instance.ts';
import type { KindName } from './kinds/contracts.ts';
import type { PartScore, StepScore } from './kinds/kind.ts';
import { type InteractionOf, kinds, type ResponseOf } from './kinds/registry.ts';
import { ResponseRefused } from './response-refused.ts';

/** Points earned out of points possible, and what the pupil is told. */
export interface Score {
  points: number;
  possible: number;
  correct: boolean;
  feedback: string;
  /** Which shown parts were treated rightly, where the kind has several. */
  parts?: PartScore[];
  /** What was to be done, one thing after the other, where the item asks for several. */
  steps?: StepScore[];
}

const scoreKind = <Name extends KindName>(
  kind: Name,
  interaction: InteractionOf<Name>,
  response: ResponseOf<Name>,
) => {
  kinds[kind].check(interaction, response);
  return kinds[kind].score(interaction, response);
};

function checkKind({ interaction }: Instance, response: Response) {
  if (interaction.kind === response.kind) return;
  throw new ResponseRefused(`This item is a ${interaction.kind}, not a ${response.kind}.`);
}

/**
 * Scores a response. Full marks get the feedback for right answers, others that of the wrong
 * answer given, where it has its own. Throws `ResponseRefused` where the response does not fit.
 */
export function score(instance: Instance, response: Response): Score {
  checkKind(instance, response);
  const { points, possible, feedback, parts, steps } = scoreKind(
    response.kind,
    instance.interaction,
    response,
  );
  const correct = points === possible;
  return {
    points,
    possible,
    correct,
    feedback: correct ? instance.feedback.correct : (feedback ?? instance.feedback.incorrect),
    ...(parts ? { parts } : {}),
    ...(steps ? { steps } : {}),
  };
}

const keyOf = <Name extends KindName>(kind: Name, interaction: InteractionOf<Name>): Response =>
  kinds[kind].keyResponse(interaction);

/** The response that earns every point. */
export const keyResponse = ({ interaction }: Instance): Response =>
  keyOf(interaction.kind, interaction);

/** How many points an item is scored out of: the same for every seed, which `checkItem` holds. */
export function pointsOf(definition: ItemDefinition): number {
  const instance = instantiate(definition, 'points');
  return score(instance, keyResponse(instance)).possible;
}

const distractorsOf = <Name extends KindName>(
  kind: Name,
  interaction: InteractionOf<Name>,
): Response[] => kinds[kind].distractorResponses(interaction);

/** Wrong responses that one expects: each must earn less than every point. */
export const distractorResponses = ({ interaction }: Instance): Response[] =>
  distractorsOf(interaction.kind, interaction);

const describeKindKey = <Name extends KindName>(kind: Name, interaction: InteractionOf<Name>) =>
  kinds[kind].describeKey(interaction);

/** The right answer in words, for who reads a result. */
export const describeKey = ({ interaction }: Instance): string =>
  describeKindKey(interaction.kind, interaction);

const describeKind = <Name extends KindName>(
  kind: Name,
  interaction: InteractionOf<Name>,
  response: ResponseOf<Name>,
) => {
  kinds[kind].check(interaction, response);
  return kinds[kind].describe(interaction, response);
};

/** A response in words. Throws `ResponseRefused` where it does not fit the instance. */
export function describeResponse(instance: Instance, response: Response): string {
  checkKind(instance, response);
  return describeKind(response.kind, instance.interaction, response);
}

const problemsOf = <Name extends KindName>(kind: Name, interaction: InteractionOf<Name>) =>
  kinds[kind].problems?.(interaction) ?? [];

/** What is wrong with an instance that only its kind can tell, in sentences for its writer. */
export const kindProblems = ({ interaction }: Instance): string[] =>
  problemsOf(interaction.kind, interaction);
