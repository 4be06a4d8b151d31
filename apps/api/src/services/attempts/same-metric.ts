import type { Engine } from '../engine.ts';

/** Releases of one major version keep to one metric: a new one would begin anew. */
export function isSameMetric(
  engine: Engine,
  { releaseVersion }: { releaseVersion: string },
): boolean {
  const major = (version: string) => version.split('.')[0];
  return major(releaseVersion) === major(engine.reference.version);
}
