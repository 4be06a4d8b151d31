import type { Problem } from '@jalon/types';

/** The fields of the body that a refusal points at, so that a form can say it beside them. */
export function fieldsAtFault({ places }: Problem): ReadonlySet<string> {
  return new Set(places?.flatMap(({ pointer }) => /^\/body\/([^/]+)/.exec(pointer)?.[1] ?? []));
}
