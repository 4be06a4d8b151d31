import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { CohortView } from './view.ts';

/** The release that a view is told under: that of what was published, or else the one asked for. */
export function engineOfView(
  { engines }: Pick<ServiceContext, 'engines'>,
  { publication }: Pick<CohortView, 'publication'>,
  asked: string | undefined,
): Engine {
  const version = publication?.releaseVersion ?? asked;
  return version === undefined ? engines.current : engines.of(version);
}
