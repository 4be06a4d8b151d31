import type { RouteContract } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { uncheckedReaches } from './permissions.ts';

/** Gathers the contract's routes as they are registered; refuses one that nobody is named for. */
export function watchServed(app: FastifyInstance): ReadonlySet<RouteContract> {
  const served = new Set<RouteContract>();
  app.addHook('onRoute', ({ config, url }) => {
    if (config?.contract) served.add(config.contract);
    else if (!config?.open) throw new Error(`Nothing says who may call ${url}.`);
  });
  return served;
}

/** Stops a start with routes that no handler answers, or whose reach no query can check. */
export function refuseGaps(
  table: Readonly<Record<string, RouteContract>>,
  served: ReadonlySet<RouteContract>,
): void {
  const missing = Object.entries(table)
    .filter(([, contract]) => !served.has(contract))
    .map(([name, { method, path }]) => `Route ${name} (${method} ${path}) has no handler.`);
  const gaps = [...missing, ...uncheckedReaches(table)];
  if (gaps.length > 0) throw new Error(gaps.join('\n'));
}
