/** What a caller asked that has no answer: a parameter outside its domain, or nothing to choose from. */
export type MeasurementErrorCode = 'invalid-argument' | 'no-candidates';

/** The one error this package throws; `code` tells a program, `message` tells a person. */
export class MeasurementError extends Error {
  readonly code: MeasurementErrorCode;

  constructor(code: MeasurementErrorCode, message: string) {
    super(message);
    this.name = 'MeasurementError';
    this.code = code;
  }
}
