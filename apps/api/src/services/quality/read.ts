import { qualityReport, type QualityView } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { QUALITY } from './job.ts';

/** The newest report on how well the test measures. One of another form counts as none. */
export async function readQuality({ store }: Pick<ServiceContext, 'store'>): Promise<QualityView> {
  const newest = await store.read.jobs.newestDone(QUALITY);
  const { data } = qualityReport.safeParse(newest?.outcome);
  return { report: data ?? null };
}
