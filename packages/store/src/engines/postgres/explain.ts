import { Conflict, StoreUnavailable } from '../../errors.ts';

/** The code that PostgreSQL or the system gave an error; empty where it has none. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** Two transactions stood in each other's way; one of them is to be begun again. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(codeOf(error));
}

/**
 * Classes of codes after which the same may be asked again: connection, resources (disk full),
 * operator intervention (restart, fail-over), system error, read-only (a replica), and time-outs.
 */
const passing = /^(08|53|57|58|25006|40|55P03)/;
const systemCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ENETUNREACH)/;
/** The driver gives no code where a connection ends under a question, or none is free in time. */
const lost =
  /connection (terminated|ended)|timeout exceeded|read timeout|not queryable|connection error|after calling end/i;

/** What an error of PostgreSQL means: `Conflict`, `StoreUnavailable`, or itself where a defect. */
export function explainPostgres(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  if (code.startsWith('23')) return new Conflict('a key or a reference was taken', { cause });
  const isLost = cause instanceof Error && code === '' && lost.test(cause.message);
  if (passing.test(code) || systemCodes.test(code) || isLost) {
    return new StoreUnavailable('the database cannot be reached now', { cause });
  }
  return error;
}
