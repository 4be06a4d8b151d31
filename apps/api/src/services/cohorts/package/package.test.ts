import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { hasPython, runPython } from '../../../testing/export-package.ts';
import { csvCells, parquetRows, wholeFile } from '../../../testing/read-exports.ts';
import { cohortColumns } from '../codebook.ts';
import type { ExportLine } from '../export.ts';
import { disclosureRule } from '../rule.ts';
import { type PackageSource, packageZip } from './entries.ts';
import { writePackage } from './write-folder.ts';

const LEVELS = [1, 2, 3, 4, 5];

/** A count as it is told: hidden, or a multiple of 5. */
const count = fc.option(fc.integer({ min: 0, max: 60 }).map((fives) => 5 * fives));
const group = fc.record({
  name: fc.constantFrom('=cmd|x', 'Collège "du Cœur", annexe', 'Lycée\u2028Zay', 'École'),
  counts: fc.array(count, { minLength: 6, maxLength: 6 }),
});
const groups = fc.array(group, { minLength: 1, maxLength: 6 });

type Group = typeof group extends fc.Arbitrary<infer T> ? T : never;

/** The lines of two competences and of one year group besides all of them; the whole comes first. */
function linesOf(parts: readonly Group[]): ExportLine[] {
  return ['1.1', '1.2'].flatMap((competence) =>
    parts.flatMap(({ name, counts }, index) =>
      [null, '6e'].flatMap((yearGroup) =>
        [null, ...LEVELS].map((level): ExportLine => {
          const pupils = counts[level ?? 0] ?? null;
          const none = Object.fromEntries(cohortColumns.map((column) => [column.name, null]));
          return lineSchema.parse({
            ...none,
            ...{ release: 'small@1.0.0', territory_kind: 'department', territory: '69' },
            ...{ by: 'school', group: index === 0 ? null : `069000${index}A` },
            group_name: index === 0 ? null : name,
            ...{ year_group: yearGroup, competence, level, pupils },
            status: pupils === null ? 'suppressed' : 'published',
          });
        }),
      ),
    ),
  );
}

const lineSchema = z.custom<ExportLine>((line) => typeof line === 'object');

const sourceOf = (lines: readonly ExportLine[]): PackageSource => ({
  about: {
    release: { framework: 'small', version: '1.0.0', sha256: 'a'.repeat(64) },
    place: { kind: 'department', code: '69', name: 'Rhône' },
    by: 'school',
    asOf: new Date('2026-11-24T01:00:00Z'),
    rule: disclosureRule(11),
  },
  columns: cohortColumns,
  lines: async function* () {
    yield* lines;
  },
});

const some = linesOf([
  { name: 'École', counts: [200, null, 5, 195, 25, 35] },
  { name: '=cmd|x', counts: [null, null, null, 50, null, null] },
]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-package-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('holds the data, what describes them, and scripts', async () => {
  const files = unzipSync(await wholeFile(packageZip(sourceOf(some))));
  expect(Object.keys(files)).toEqual([
    ...['data/counts.csv', 'data/counts.parquet', 'first-table.csv', 'datapackage.json'],
    ...['codebook.fr.md', 'codebook.en.md', 'README.md'],
    ...['scripts/first_table.py', 'scripts/first_table.R', 'scripts/first_table.sps'],
  ]);
  const texts = Object.entries(files).filter(([name]) => !name.endsWith('.parquet'));
  for (const [name, file] of texts) expect(strFromU8(file), name).not.toContain('{{');
  for (const language of ['fr', 'en'] as const) {
    const page = strFromU8(files[`codebook.${language}.md`] ?? new Uint8Array());
    for (const column of cohortColumns) {
      expect(page).toContain(`| \`${column.name}\` |`);
      expect(page).toContain(column[language].replaceAll('|', '\\|'));
    }
  }
});

it('is the same bytes for the same lines and moment', async () => {
  const [first, second] = await Promise.all([
    wholeFile(packageZip(sourceOf(some))),
    wholeFile(packageZip(sourceOf(some))),
  ]);
  expect(second).toEqual(first);
});

/** What Data Package and Table Schema (version 1) ask of the properties that we use. */
const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number']),
  description: z.string().optional(),
});
const resource = z.strictObject({
  profile: z.enum(['data-resource', 'tabular-data-resource']),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+$/),
  title: z.string(),
  description: z.string(),
  format: z.enum(['csv', 'parquet']),
  mediatype: z.string().regex(/^.+\/.+$/),
  encoding: z.literal('utf-8').optional(),
  dialect: z
    .strictObject({
      ...{ delimiter: z.literal(','), lineTerminator: z.literal('\r\n') },
      ...{ quoteChar: z.literal('"'), doubleQuote: z.literal(true) },
      ...{ skipInitialSpace: z.literal(false), header: z.literal(true) },
    })
    .optional(),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: z.strictObject({
    fields: z.array(field).min(1),
    missingValues: z.tuple([z.literal('')]),
  }),
});
const descriptor = z.object({
  profile: z.literal('data-package'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  title: z.string(),
  description: z.string(),
  created: z.iso.datetime(),
  licenses: z.array(z.strictObject({ name: z.string(), path: z.url(), title: z.string() })).min(1),
  sources: z.array(z.strictObject({ title: z.string(), path: z.url().optional() })).min(1),
  keywords: z.array(z.string()).min(1),
  resources: z.array(resource).min(1),
});

it('describes each file of data as it is: digest, size, columns, values', async () => {
  const files = unzipSync(await wholeFile(packageZip(sourceOf(some))));
  const json = strFromU8(files['datapackage.json'] ?? new Uint8Array());
  const told = descriptor.parse(JSON.parse(json));
  for (const sentence of Object.values(disclosureRule(11))) {
    expect(told.description).toContain(sentence);
  }
  expect(told.resources.map(({ path }) => path)).toEqual(Object.keys(files).slice(0, 3));
  for (const { path, bytes, hash, schema } of told.resources) {
    const file = files[path] ?? new Uint8Array();
    expect(bytes, path).toBe(file.length);
    expect(hash, path).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
    if (!path.endsWith('.csv')) continue;
    const [heading, ...rows] = csvCells(file);
    expect(heading).toEqual(schema.fields.map(({ name }) => name));
    for (const [index, { type }] of schema.fields.entries()) {
      const values = rows.map((row) => row[index] ?? '').filter((value) => value !== '');
      if (type === 'integer') for (const value of values) expect(value).toMatch(/^-?\d+$/);
    }
  }
  const csv = csvCells(files['data/counts.csv'] ?? new Uint8Array());
  const parquet = await parquetRows(files['data/counts.parquet'] ?? new Uint8Array());
  expect(parquet).toHaveLength(csv.length - 1);
  expect(parquet).toEqual(some.map((line) => ({ ...line })));
});

it('shows in its first table what is told of the first competence, and no more', async () => {
  const files = unzipSync(await wholeFile(packageZip(sourceOf(some))));
  const [heading, ...rows] = csvCells(files['first-table.csv'] ?? new Uint8Array());
  expect(heading).toEqual(['group', 'group_name', 'level', 'pupils', 'share', 'status']);
  expect(rows).toEqual([
    ['', '', '1', '', '', 'suppressed'],
    ['', '', '2', '5', 'under-5', 'published'],
    ['', '', '3', '195', 'over-95', 'published'],
    ['', '', '4', '25', '13', 'published'],
    ['', '', '5', '35', '18', 'published'],
    ...['1', '2'].map((level) => ['0690001A', "'=cmd|x", level, '', '', 'suppressed']),
    ['0690001A', "'=cmd|x", '3', '50', '', 'published'],
    ...['4', '5'].map((level) => ['0690001A', "'=cmd|x", level, '', '', 'suppressed']),
  ]);
});

it.skipIf(!hasPython)('has a Python script that makes the first table again', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (parts) => {
      await writePackage(sourceOf(linesOf(parts)), folder);
      const { status, out, err } = runPython(folder);
      expect(status, err).toBe(0);
      expect(out.split('\n')).toHaveLength(parts.length * LEVELS.length + 2);
    }),
    { numRuns: 12 },
  );
});

it.skipIf(!hasPython)(
  'has it fail where the tables differ, or a file is not as it came',
  async () => {
    await writePackage(sourceOf(some), folder);
    const counts = readFileSync(join(folder, 'data/counts.csv'), 'utf8');
    writeFileSync(join(folder, 'data/counts.csv'), counts.replace(',195,', ',190,'));
    expect(runPython(folder)).toMatchObject({
      status: 1,
      err: expect.stringContaining('as it came'),
    });
    // Even where the digests are those of the changed file.
    const told = readFileSync(join(folder, 'datapackage.json'), 'utf8');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const changed = counts.replace(',195,', ',190,');
    writeFileSync(join(folder, 'datapackage.json'), told.replace(digest(counts), digest(changed)));
    expect(runPython(folder)).toMatchObject({ status: 1, err: expect.stringContaining('differs') });
  },
);

it.skipIf(!hasPython)('has an example among the docs whose table its script makes again', () => {
  const example = fileURLToPath(
    new URL('../../../../../../docs/examples/cohort-package', import.meta.url),
  );
  const { status, out, err } = runPython(example);
  expect(status, err).toBe(0);
  expect(out).toContain('suppressed');
  expect(out).toContain('published');
});
