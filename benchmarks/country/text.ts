import type { CountryInputs } from './inputs.ts';
import type { Measurement } from './measure.ts';
import type { CountryPlan } from './model.ts';

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(bytes < 1e10 ? 2 : 0)} GB`;
const whole = (number: number): string => Math.round(number).toLocaleString('en');
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** What was measured, as a page has it. */
export function measuredText(measured: Measurement): string {
  const sizes = measured.tables
    .filter(({ rows }) => rows > 0)
    .flatMap(({ table: name, rows, bytes, indexes }) => [
      [name, whole(rows), (bytes / rows).toFixed(1)],
      ...indexes.map((index) => [`- ${index.name}`, '', (index.bytes / rows).toFixed(1)]),
    ]);
  return [
    table(['table, and its indexes', 'rows', 'bytes a row'], sizes),
    '',
    table(
      ['of one answer, the whole path', 'measured'],
      [
        ['processor time of the API', `${(measured.apiSecondsAnAnswer * 1000).toFixed(3)} ms`],
        [
          'processor time of PostgreSQL',
          `${(measured.databaseSecondsAnAnswer * 1000).toFixed(3)} ms`,
        ],
        ['write-ahead log', `${whole(measured.walBytesAnAnswer)} bytes`],
        [
          'growth of "attempt" and its indexes, a sitting',
          `${whole(measured.grownBytesASitting)} bytes`,
        ],
        ['answers measured', whole(measured.answers)],
        [
          'answers a second, client, API and PostgreSQL on the same machine',
          whole(measured.answersASecond),
        ],
        ['rows a second while it was filled', whole(measured.rowsASecond)],
        ['PostgreSQL', measured.server],
      ],
    ),
  ].join('\n');
}

/** What follows from it for a country, as a page has it. */
export function planText(plan: CountryPlan, { prices }: CountryInputs): string {
  const money = (amount: number): string => `${whole(amount)} ${prices.currency}`;
  return [
    table(
      ['table', 'rows', 'table', 'indexes'],
      [
        ...plan.tables.map((one) => [
          one.table,
          whole(one.rows),
          gigabytes(one.bytes),
          gigabytes(one.indexBytes),
        ]),
        ['**all**', '', `**${gigabytes(plan.storedBytes)}**`, 'both'],
      ],
    ),
    '',
    table(
      ['at the peak', ''],
      [
        ['answers a second', whole(plan.answersASecond)],
        ['API processes, one core each', whole(plan.apiProcesses)],
        ['cores of PostgreSQL', whole(plan.databaseCores)],
        ['pages in use, at most', gigabytes(plan.hotBytes)],
        ['shards by processor, disk, memory', Object.values(plan.shardsBy).join(', ')],
        ['**shards**', `**${plan.shards}**`],
        ['answers a second and shard', whole(plan.answersASecondAShard)],
        ['servers of PostgreSQL, copies included', whole(plan.servers)],
        ['write-ahead log a second, all shards', gigabytes(plan.walBytesASecondAtThePeak)],
        ['write-ahead log a school day', gigabytes(plan.walBytesADay)],
        ['disk with room to spare, one copy', gigabytes(plan.diskBytes)],
        ['backups', gigabytes(plan.backupBytes)],
      ],
    ),
    '',
    table(
      ['a year', prices.currency],
      [
        ...Object.entries(plan.cost).map(([what, amount]) => [words(what), money(amount)]),
        ['**all**', `**${money(plan.costAYear)}**`],
        ['a pupil', `${plan.costAPupil.toFixed(3)} ${prices.currency}`],
      ],
    ),
  ].join('\n');
}

/** What is supposed, each with where it comes from, as a page has it. */
export function assumedText({ size, assumptions, prices }: CountryInputs): string {
  const { currency, ...unitPrices } = prices;
  return [
    table(
      ['the country', ''],
      Object.entries(size).map(([what, value]) => [words(what), whole(value)]),
    ),
    '',
    table(
      ['supposed or chosen', 'value', 'source'],
      Object.entries(assumptions).map(([what, { value, source }]) => [
        words(what),
        String(value),
        source,
      ]),
    ),
    '',
    table(
      ['price', currency, 'source'],
      Object.entries(unitPrices).map(([what, { value, source }]) => [
        words(what),
        String(value),
        source,
      ]),
    ),
  ].join('\n');
}

/** A name in code as words. */
const words = (name: string): string => name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
