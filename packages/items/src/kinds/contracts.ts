import * as z from 'zod/mini';
import type { FormRefusal } from '../contract/form.ts';
import * as choice from './choice/contract.ts';
import * as choices from './choices/contract.ts';
import * as match from './match/contract.ts';
import * as number from './number/contract.ts';
import * as order from './order/contract.ts';
import * as text from './text/contract.ts';

/** The browser-safe half of every kind: what is shown, what is sent, how a form is read. */
const contracts = { choice, choices, text, number, order, match };

/** An item as a pupil may see it: nothing in it tells the key. */
export const presentedItem = z.discriminatedUnion('kind', [
  choice.presented,
  choices.presented,
  text.presented,
  number.presented,
  order.presented,
  match.presented,
]);
export type PresentedItem = z.infer<typeof presentedItem>;

/** What a pupil answered. */
export const response = z.discriminatedUnion('kind', [
  choice.response,
  choices.response,
  text.response,
  number.response,
  order.response,
  match.response,
]);
export type Response = z.infer<typeof response>;

export type KindName = keyof typeof contracts;

/** What is shown of an item of one kind. */
export type PresentedOf<Name extends KindName> = z.infer<(typeof contracts)[Name]['presented']>;

const forms: {
  [Name in KindName]: {
    fromForm(item: PresentedOf<Name>, form: FormData): Response | FormRefusal;
  };
} = contracts;

const readForm = <Name extends KindName>(kind: Name, item: PresentedOf<Name>, form: FormData) =>
  forms[kind].fromForm(item, form);

/**
 * The response that a form of native controls holds, or why it holds none yet
 * (`'missing' in result`). Field names are told by each kind's `contract.ts`.
 */
export const responseFromForm = (item: PresentedItem, form: FormData): Response | FormRefusal =>
  readForm(item.kind, item, form);
