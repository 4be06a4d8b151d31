import { z } from 'zod';
import type { KindName, Response } from './contracts.ts';
import { browser } from './browser/kind.ts';
import { categorise } from './categorise/kind.ts';
import { gaps } from './gaps/kind.ts';
import { inline } from './inline/kind.ts';
import { select } from './select/kind.ts';
import { chat } from './chat/kind.ts';
import { choice } from './choice/kind.ts';
import { choices } from './choices/kind.ts';
import type { Kind } from './kind.ts';
import { files } from './files/kind.ts';
import { formula } from './formula/kind.ts';
import { hotspot } from './hotspot/kind.ts';
import { mailbox } from './mailbox/kind.ts';
import { match } from './match/kind.ts';
import { number } from './number/kind.ts';
import { order } from './order/kind.ts';
import { settings } from './settings/kind.ts';
import { everyOf } from './shared/every-of.ts';
import { slider } from './slider/kind.ts';
import { spreadsheet } from './spreadsheet/kind.ts';
import { text } from './text/kind.ts';

/** The server's half of every kind, by the kind's name: one line each. */
const registry = {
  browser,
  categorise,
  gaps,
  inline,
  select,
  chat,
  choice,
  choices,
  files,
  formula,
  hotspot,
  mailbox,
  match,
  number,
  order,
  settings,
  slider,
  spreadsheet,
  text,
};

/** An item's definition as its kind reads it, before its fields are compared with one another. */
export const kindDefinition = z.discriminatedUnion('kind', everyOf(registry, 'definition'));

type Registry = typeof registry;
export type DefinitionOf<Name extends KindName> = z.infer<Registry[Name]['definition']>;
export type InteractionOf<Name extends KindName> = ReturnType<Registry[Name]['instantiate']>;
export type ResponseOf<Name extends KindName> = Extract<Response, { kind: Name }>;

/** The kinds by name; the types of what a kind takes and gives follow its name. */
export const kinds: {
  [Name in KindName]: Kind<DefinitionOf<Name>, InteractionOf<Name>, ResponseOf<Name>>;
} = registry;
