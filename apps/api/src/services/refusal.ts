import type { ProblemCode } from '@jalon/types';

/** A service says no, for one of the contract's reasons. The client gets a problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  /** When it makes sense to ask again, where that is known. */
  readonly retryAfterSeconds: number | null;

  constructor(code: ProblemCode, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(code, options);
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }
}
