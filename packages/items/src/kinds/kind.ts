import type { z } from 'zod';
import type { PresentedItem } from '../contract.ts';
import type { Drawing } from '../drawing.ts';

/** Whether the pupil treated one shown part rightly; `id` is the part's. */
export interface PartScore {
  id: string;
  correct: boolean;
}

/** One of the things that an item asks to do, and what is to be said of it. */
export interface StepScore {
  goal: string;
  done: boolean;
  /** What was done, or what was missed. */
  text: string;
}

/** What a kind says of a response; `feedback` only where the wrong answer has its own. */
export interface KindScore {
  points: number;
  possible: number;
  feedback?: string | undefined;
  parts?: PartScore[];
  steps?: StepScore[];
}

type CommonField = 'language' | 'prompt' | 'stimulus';
type WithoutCommon<Item> = Item extends unknown ? Omit<Item, CommonField> : never;

/** What a kind adds to what every presented item holds. */
export type PresentedPart = WithoutCommon<PresentedItem>;

/**
 * A type of interaction. `Interaction` is the kind's part of an instance, key included; it is plain
 * data. The functions may trust that a response has been through `check`.
 */
export interface Kind<Definition, Interaction, Response> {
  /** What a writer begins an item with: the kind's own fields, which pass every check. */
  example: object;
  /** Whether it asks a pointer to aim at something small: pupils may be spared such items. */
  pointing: 'coarse' | 'fine';
  /** Draws the interaction; throws `TemplateError`. */
  instantiate(definition: Definition, draw: Drawing): Interaction;
  /** What a pupil may see of it. */
  present(interaction: Interaction): PresentedPart;
  /** Throws `ResponseRefused` where the response does not fit the interaction. */
  check(interaction: Interaction, response: Response): void;
  score(interaction: Interaction, response: Response): KindScore;
  /** The response that earns every point. */
  keyResponse(interaction: Interaction): Response;
  /** Responses that must not: what pupils are expected to get wrong. */
  distractorResponses(interaction: Interaction): Response[];
  /** The right answer in words. */
  describeKey(interaction: Interaction): string;
  /** What is wrong with an interaction that only its kind can tell, in sentences for its writer. */
  problems?(interaction: Interaction): string[];
  /** A response in words. */
  describe(interaction: Interaction, response: Response): string;
}

/** A kind with the schema of its definition, from which the types are inferred. */
export interface DefinedKind<Schema extends z.ZodType, Interaction, Response> extends Kind<
  z.infer<Schema>,
  Interaction,
  Response
> {
  definition: Schema;
}
