import type { Accommodation, Actor, ProblemCode } from '@jalon/types';

declare global {
  namespace App {
    interface Error {
      status: number;
      /** What happened, in a few words for whoever reads the page. */
      message: string;
      /** What to do next. */
      detail?: string;
      /** Why, for the page to act on. */
      code?: ProblemCode | 'offline';
      /** The request's id, to quote when asking for help. */
      reference?: string;
    }
    interface Locals {
      /** What is adapted for the pupil whose page this is; absent where nothing is. */
      accommodations?: readonly Accommodation[];
    }
    interface PageData {
      actor: Actor | null;
    }
  }
}

export {};
