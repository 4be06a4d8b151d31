import type { TableSize } from '../../packages/store/src/fill/index.ts';
import type { CountryInputs } from './inputs.ts';

/** What was measured on one machine. */
export interface Measured {
  tables: readonly TableSize[];
  /** Processor time of the API for one answer, in seconds. */
  apiSecondsAnAnswer: number;
  /** The same of PostgreSQL. */
  databaseSecondsAnAnswer: number;
  /** Write-ahead log for one answer, in bytes. */
  walBytesAnAnswer: number;
}

/** A table as it would be. */
export interface CountryTable {
  table: string;
  rows: number;
  bytes: number;
  indexBytes: number;
}

const GB = 1e9;
const PAGE_BYTES = 8_192;

/** What a country takes, from what was measured and what is supposed. Bytes, and a year's money. */
export function planCountry(measured: Measured, { size, assumptions, prices }: CountryInputs) {
  const a = assumptions;
  const tables = countryTables(measured.tables, { size, assumptions });
  const storedBytes = tables.reduce((sum, { bytes, indexBytes }) => sum + bytes + indexBytes, 0);

  const answersASecond = size.pupilsAtOnce / a.secondsBetweenAnswers.value;
  const coresFor = (secondsAnAnswer: number) =>
    (answersASecond * secondsAnAnswer * a.otherLoad.value * a.slowerCore.value) / a.busyShare.value;
  const apiProcesses = Math.ceil(coresFor(measured.apiSecondsAnAnswer) / a.coresAnApi.value);
  const databaseCores = coresFor(measured.databaseSecondsAnAnswer);

  const hotBytes = size.pupilsAtOnce * a.pagesTouchedAPupil.value * PAGE_BYTES;
  const diskBytes = storedBytes * a.spareDisk.value;
  const shardsBy = {
    processor: Math.ceil(databaseCores / a.coresAShard.value),
    disk: Math.ceil(diskBytes / (a.mostDiskAShardGb.value * GB)),
    // Half of a server's memory is for the pages that are in use, the rest for all else.
    memory: Math.ceil(hotBytes / ((a.memoryAShardGb.value * GB) / 2)),
  };
  const shards = Math.max(...Object.values(shardsBy));
  const servers = shards * a.copiesOfAShard.value;

  const walBytesAYear = size.responsesAYear * measured.walBytesAnAnswer;
  const walBytesADay = walBytesAYear / a.schoolDaysAYear.value;
  const backupBytes = storedBytes * 2 + walBytesADay * a.backupDays.value;

  const cost = {
    apiProcessors: apiProcesses * a.coresAnApi.value * prices.coreAYear.value,
    apiMemory: apiProcesses * a.memoryAnApiGb.value * prices.gigabyteOfMemoryAYear.value,
    databaseProcessors: servers * a.coresAShard.value * prices.coreAYear.value,
    databaseMemory: servers * a.memoryAShardGb.value * prices.gigabyteOfMemoryAYear.value,
    disks: ((diskBytes * a.copiesOfAShard.value) / GB) * prices.gigabyteOfDiskAYear.value,
    backups: (backupBytes / GB) * prices.gigabyteOfBackupAYear.value,
  };
  const costAYear = Object.values(cost).reduce((sum, one) => sum + one, 0);
  return {
    tables,
    storedBytes,
    diskBytes,
    answersASecond,
    apiProcesses,
    databaseCores,
    hotBytes,
    shardsBy,
    shards,
    servers,
    answersASecondAShard: answersASecond / shards,
    walBytesADay,
    walBytesASecondAtThePeak: answersASecond * measured.walBytesAnAnswer,
    backupBytes,
    cost,
    costAYear,
    costAPupil: costAYear / size.pupils,
  };
}

export type CountryPlan = ReturnType<typeof planCountry>;

/** Every table at the size of a country, each row as wide as it was measured. */
function countryTables(
  measured: readonly TableSize[],
  { size, assumptions: a }: Pick<CountryInputs, 'size' | 'assumptions'>,
): CountryTable[] {
  const rowsMeasured = (table: string): number =>
    measured.find((one) => one.table === table)?.rows ?? 0;
  const years = a.yearsKept.value;
  const responses = size.responsesAYear * years;
  const schoolsRatio = size.schools / rowsMeasured('school');
  const rowsOf: Record<string, number> = {
    response: responses,
    attempt: (responses * rowsMeasured('attempt')) / rowsMeasured('response'),
    assessment: (responses * rowsMeasured('assessment')) / rowsMeasured('response'),
    // The latest of each competence alone is kept: years add none.
    result: size.pupils * a.resultsAPupil.value,
    pupil: size.pupils,
    card: size.pupils,
    refresh_token: size.pupils * a.sessionsAPupil.value,
    access_log: size.pupils * a.looksAPupilAYear.value * years,
    school: size.schools,
  };
  return measured
    .filter(({ rows }) => rows > 0)
    .map(({ table, rows, bytes, indexes }) => {
      const wanted = rowsOf[table] ?? (table === 'published_release' ? 1 : rows * schoolsRatio);
      const indexBytes = indexes.reduce((sum, one) => sum + one.bytes, 0);
      return {
        table,
        rows: Math.round(wanted),
        bytes: (bytes / rows) * wanted,
        indexBytes: (indexBytes / rows) * wanted,
      };
    });
}
