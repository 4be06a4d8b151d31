import type { Actor, ProblemCode } from '@jalon/types';

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
    interface PageData {
      actor: Actor | null;
    }
  }
}

export {};
