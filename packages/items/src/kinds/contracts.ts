import * as z from 'zod/mini';
import type { FormRefusal } from '../contract/form.ts';
import * as browser from './browser/contract.ts';
import * as categorise from './categorise/contract.ts';
import * as gaps from './gaps/contract.ts';
import * as inline from './inline/contract.ts';
import * as select from './select/contract.ts';
import * as chat from './chat/contract.ts';
import * as choice from './choice/contract.ts';
import * as choices from './choices/contract.ts';
import * as files from './files/contract.ts';
import * as formula from './formula/contract.ts';
import * as hotspot from './hotspot/contract.ts';
import * as mailbox from './mailbox/contract.ts';
import * as match from './match/contract.ts';
import * as number from './number/contract.ts';
import * as order from './order/contract.ts';
import * as settings from './settings/contract.ts';
import { everyOf, keysOf } from './shared/every-of.ts';
import * as slider from './slider/contract.ts';
import * as spreadsheet from './spreadsheet/contract.ts';
import * as text from './text/contract.ts';

/**
 * The browser-safe half of every kind, by the kind's name: what is shown, what is sent, how a form
 * is read. A kind has one line here and one in `registry.ts`.
 */
const contracts = {
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

/** An item as a pupil may see it: nothing in it tells the key. */
export const presentedItem = z.discriminatedUnion('kind', everyOf(contracts, 'presented'));
export type PresentedItem = z.infer<typeof presentedItem>;

/** What a pupil answered. */
export const response = z.discriminatedUnion('kind', everyOf(contracts, 'response'));
export type Response = z.infer<typeof response>;

export type KindName = keyof typeof contracts;

/** Every kind's name. */
export const kindNames = keysOf(contracts);

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

/** The kinds that are simulators: what is sent of them is a log of events. */
export type SimulatorName = {
  [Name in KindName]: (typeof contracts)[Name] extends { readLog: unknown } ? Name : never;
}[KindName];

/** A log of one simulator. */
export type LogOf<Name extends SimulatorName> = Extract<Response, { kind: Name }>['log'];

const logs: { [Name in SimulatorName]: { readLog(written: string): LogOf<Name> } } = contracts;

/** The log of a simulator that a text holds; an empty one where it holds none. */
export const readLog = <Name extends SimulatorName>(kind: Name, written: string): LogOf<Name> =>
  logs[kind].readLog(written);
