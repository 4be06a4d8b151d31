import { ApiProblem, ApiUnreachable } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a person reads where a browser or its owner did not go through with a passkey, by its error. */
const byName: Partial<Record<string, () => string>> = {
  NotAllowedError: m.passkey_cancelled,
  AbortError: m.passkey_cancelled,
  InvalidStateError: m.passkey_known,
  ConstraintError: m.passkey_unable,
  NotSupportedError: m.passkey_unable,
  SecurityError: m.passkey_cannot,
};

/** Why a passkey was not made or used, and what to do. */
export function sayFailure(failure: unknown): string {
  if (failure instanceof ApiProblem) return failure.problem.detail;
  if (failure instanceof ApiUnreachable) return m.error_unreachable_detail();
  const known = failure instanceof Error ? byName[failure.name] : undefined;
  return (known ?? m.passkey_unable)();
}
