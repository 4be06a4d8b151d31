import { z } from 'zod';
import type { KindName, Response } from './contracts.ts';
import { choice } from './choice/kind.ts';
import { choices } from './choices/kind.ts';
import type { Kind } from './kind.ts';
import { match } from './match/kind.ts';
import { number } from './number/kind.ts';
import { order } from './order/kind.ts';
import { text } from './text/kind.ts';

/** Every kind of item. */
const registry = { choice, choices, text, number, order, match };

/** An item's definition as its kind reads it, before its fields are compared with one another. */
export const kindDefinition = z.discriminatedUnion('kind', [
  choice.definition,
  choices.definition,
  text.definition,
  number.definition,
  order.definition,
  match.definition,
]);

type Registry = typeof registry;
export type DefinitionOf<Name extends KindName> = z.infer<Registry[Name]['definition']>;
export type InteractionOf<Name extends KindName> = ReturnType<Registry[Name]['instantiate']>;
export type ResponseOf<Name extends KindName> = Extract<Response, { kind: Name }>;

/** The kinds by name; the types of what a kind takes and gives follow its name. */
export const kinds: {
  [Name in KindName]: Kind<DefinitionOf<Name>, InteractionOf<Name>, ResponseOf<Name>>;
} = registry;
