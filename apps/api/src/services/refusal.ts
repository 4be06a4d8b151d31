import type { ProblemCode } from '@jalon/types';

/** A service says no, for one of the contract's reasons. The client gets a problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
