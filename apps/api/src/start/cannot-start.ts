/** Why the server does not start, in sentences for whoever starts it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The code that a failure of the system carries, such as `EACCES`; empty where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
