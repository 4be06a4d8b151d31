import { openSync, writeSync } from 'node:fs';
import { openStore } from '@jalon/store';
import Database from 'better-sqlite3';
import { cohortColumns } from '../../apps/api/src/services/cohorts/codebook.ts';
import { everyLine, everyPage } from '../../apps/api/src/services/cohorts/export.ts';
import { csvOfPages } from '../../apps/api/src/services/cohorts/formats/csv.ts';
import { viewCohort } from '../../apps/api/src/services/cohorts/view.ts';
import { createEngines } from '../../apps/api/src/services/engine.ts';
import { smallRelease } from '../../apps/api/src/testing/small-release.ts';

/**
 * Exports a whole country school by school to nowhere, says how fast and with how much memory; then
 * leaves the same lines as a table for whoever reads them raw.
 */
const [file = '', ...competences] = process.argv.slice(2);
const store = await openStore(`file:${file}`);
const engines = createEngines([smallRelease({ competences })], '1.0.0');
const actor = {
  ...{ role: 'inspector' as const, id: 'bench' },
  territory: { kind: 'country' as const, code: 'FR' },
};
const query = { by: 'school' as const, isExport: true };
const view = await viewCohort({ store, engines }, actor, query);
const pages = () => everyPage({ store }, view, engines.current);
const lines = () => everyLine({ store }, view, engines.current);

const beforeMegabytes = process.resourceUsage().maxRSS / 1024;
const nowhere = openSync('/dev/null', 'w');
let bytes = 0;
const began = performance.now();
for await (const chunk of csvOfPages(cohortColumns, pages())) {
  bytes += writeSync(nowhere, chunk);
}
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;

const raw = new Database(file);
const names = cohortColumns.map(({ name }) => `"${name}"`);
raw.exec(`create table line (${names.join(', ')})`);
const add = raw.prepare(`insert into line values (${names.map(() => '?').join(', ')})`);
let count = 0;
raw.exec('begin');
for await (const line of lines()) {
  add.run(cohortColumns.map(({ name }) => line[name]));
  count += 1;
}
raw.exec('commit');
raw.close();
await store.close();
console.log(
  `${count} lines, ${(bytes / 1e6).toFixed(0)} MB of CSV in ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB at the most, of which ${beforeMegabytes.toFixed(0)} before the first line`,
);
