/** Why a copy is not made or not finished, in sentences for whoever asked for it. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
  readonly reason: CopyRefusal;

  constructor(reason: CopyRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export type CopyRefusal =
  | 'same-database'
  | 'unknown-school'
  | 'other-release'
  | 'other-school'
  | 'more-schools'
  | 'target-served'
  | 'unsettled';
