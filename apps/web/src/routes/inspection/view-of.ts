import type { CohortTable } from '@jalon/types';

/** What is shown, as the part of an address that names it: the place, its groups, the release. */
export function viewOf({ release, path, by }: CohortTable): URLSearchParams {
  const place = path.at(-1);
  return new URLSearchParams({
    release: release.version,
    ...(place && { within: `${place.kind}:${place.code}` }),
    by,
  });
}
