import type { Config } from '../config.ts';
import { exportFilesIn } from '../services/cohorts/exports/files.ts';
import { cohortExportJob } from '../services/cohorts/exports/job.ts';
import { EXPORT_KEPT_MS } from '../services/cohorts/exports/kept-job.ts';
import type { ServiceContext } from '../services/context.ts';
import type { JobLog } from '../services/jobs/run-job.ts';
import { type JobRunner, startJobs } from '../services/jobs/runner.ts';
import { askForPublication, publicationJob } from '../services/publications/job.ts';
import { askForQuality } from '../services/quality/daily.ts';
import { qualityJob } from '../services/quality/job.ts';
import { askForRetention } from '../services/rights/daily.ts';
import { ledgerIn } from '../services/rights/ledger.ts';
import { reapplyErasures } from '../services/rights/reapply.ts';
import { retentionJob } from '../services/rights/retention.ts';

const HOUR_MS = 3_600_000;

/**
 * Erases again whoever an older copy of the database brought back, then runs durable jobs, of which
 * one a day ends what has had its time. To be waited for before anybody is answered.
 */
export async function beginJobs(
  services: ServiceContext,
  { dataFolder, keepMonths }: Pick<Config, 'dataFolder' | 'keepMonths'>,
  log: JobLog,
): Promise<JobRunner> {
  const { store, events, clock } = services;
  const rights = { store, events, clock, ledger: ledgerIn(dataFolder) };
  const again = await reapplyErasures(rights);
  if (again.pupils + again.staff > 0) log.info(again, 'erased again after a restore');
  if (again.unreadable > 0) log.error(again, 'lines of erasures.jsonl cannot be read');

  const files = exportFilesIn(dataFolder);
  const kinds = [
    retentionJob({ ...rights, keepMonths, log }),
    publicationJob(services),
    qualityJob(services),
    cohortExportJob({ ...services, files }),
  ];
  const runner = startJobs({ store, kinds, clock, random: Math.random, log });
  const ask = () =>
    Promise.all([
      askForRetention(services),
      askForPublication(services),
      askForQuality(services),
      // On each disk by itself: another process may have another.
      files.removeBefore(new Date(clock().getTime() - EXPORT_KEPT_MS)),
    ]).catch((error: unknown) =>
      log.error({ err: error }, 'the jobs of the day were not asked for'),
    );
  await ask();
  const hourly = setInterval(() => void ask(), HOUR_MS).unref();
  return {
    async stop() {
      clearInterval(hourly);
      await runner.stop();
    },
  };
}
