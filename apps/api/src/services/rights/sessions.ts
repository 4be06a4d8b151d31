import type { Store } from '@jalon/store';

type TokenRow = Awaited<ReturnType<Store['read']['rights']['sessionsOf']>>[number];

/** The sessions that tokens belong to, oldest first: when each began and when its last token ends. */
export function sessionsOf(tokens: readonly TokenRow[]) {
  const families = Map.groupBy(tokens, ({ familyId }) => familyId);
  return [...families.values()].map((family) => ({
    startedAt: earliest(family.map(({ issuedAt }) => issuedAt)).toISOString(),
    expiresAt: latest(family.map(({ expiresAt }) => expiresAt)).toISOString(),
  }));
}

const earliest = (instants: Date[]) => new Date(Math.min(...instants.map(Number)));
const latest = (instants: Date[]) => new Date(Math.max(...instants.map(Number)));
