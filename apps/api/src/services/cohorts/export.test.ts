import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { addCountedSchool, pupilName, territory } from '../../testing/territory.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { codebookCsv, cohortColumns } from './codebook.ts';
import { csvLine } from './csv.ts';
import { publishNow } from '../publications/publish-all.ts';
import { everyLine, expectedLines } from './export.ts';
import { viewCohort } from './view.ts';

const LINES_A_ROW = 6;

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ releases: [smallRelease({ competences: ['1.1', '1.2'] })] });
  const { services } = server;
  const counts = { '1.1': [31, 32, 33, 34, 5], '1.2': [30, 30, 30, 30, 30] };
  await addCountedSchool(services, {
    uai: '9740001A',
    name: '=cmd|x',
    department: '974',
    yearGroups: { '6e': counts },
  });
  await addCountedSchool(services, {
    uai: '9740002B',
    name: 'Collège "du Cœur", annexe',
    department: '974',
    yearGroups: { '6e': counts },
  });
  await addCountedSchool(services, {
    uai: '9760003C',
    name: 'Collège du Baobab',
    department: '976',
    yearGroups: { '6e': counts },
  });
  await publishNow(services);
});
afterAll(() => server.close());

const download = (name: string) => server.call({ url: `/api/cohort/${name}.csv` }, territory);

/** The cells of a CSV (RFC 4180) without its byte order mark. */
function cellsOf(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

/** The lines of the export, each by the names of its columns. */
async function exported() {
  const [header = [], ...lines] = cellsOf((await download('export')).body);
  return lines.map((line) => new Map(line.map((cell, index) => [header[index] ?? '', cell])));
}

describe('the export of a territory', () => {
  it('is a file of UTF-8 with its byte order mark, to keep', async () => {
    const { headers, rawPayload } = await download('export');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="jalon-cohorte.csv"');
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawPayload);
    expect(text.lastIndexOf('\uFEFF')).toBe(0);
    expect(text).toContain('Cœur');
  });

  it('has for every competence a line a row of the table and level, the total first', async () => {
    const lines = await exported();
    const rows = ['', '9740001A', '9740001A', '9740002B', '9740002B'].length + 1;
    expect(lines).toHaveLength(2 * rows * LINES_A_ROW);
    expect(new Set(lines.map((line) => line.get('competence')))).toEqual(new Set(['1.1', '1.2']));
    const first = lines.filter((line) => line.get('competence') === '1.2').slice(0, LINES_A_ROW);
    expect(first.map((line) => [line.get('level'), line.get('pupils')])).toEqual([
      ['', '300'],
      ...['1', '2', '3', '4', '5'].map((level) => [level, '60']),
    ]);
    for (const line of lines) {
      expect(line.get('release')).toBe('small@1.0.0');
      expect([line.get('territory_kind'), line.get('territory')]).toEqual(['department', '974']);
      expect(['9740001A', '9740002B', '']).toContain(line.get('group'));
    }
  });

  it('gives a count or says that it is hidden, and no count under 11', async () => {
    const lines = await exported();
    const shown = lines.filter((line) => line.get('status') === 'published');
    for (const line of shown) {
      expect(Number(line.get('pupils'))).toBeGreaterThanOrEqual(10);
      expect(Number(line.get('pupils')) % 5).toBe(0);
    }
    const hidden = lines.filter((line) => line.get('status') !== 'published');
    expect(new Set(hidden.map((line) => line.get('pupils')))).toEqual(new Set(['']));
    expect(new Set(hidden.map((line) => line.get('status')))).toEqual(new Set(['suppressed']));
  });

  it('holds no pupil, and no school of another territory', async () => {
    const { body } = await download('export');
    const absent = [pupilName.firstName, pupilName.lastName, 'Aubépine', 'Baobab', '9760003C'];
    expect(absent.filter((name) => body.includes(name))).toEqual([]);
  });

  it('keeps the name of a school whole, whatever is in it, and never as a formula', async () => {
    const names = new Set((await exported()).map((line) => line.get('group_name')));
    expect(names).toEqual(new Set(['', "'=cmd|x", 'Collège "du Cœur", annexe']));
  });

  it('goes out competence by competence, none read before it is its turn', async () => {
    const { publications } = server.store.read;
    const counted: string[] = [];
    const { figures } = publications;
    publications.figures = (where) => {
      counted.push(where.competence);
      return figures(where);
    };
    const view = await viewCohort(server.services, territory, {});
    const lines = everyLine(server.services, view, server.services.engines.current);
    expect(counted).toEqual([]);
    await lines.next();
    expect(counted).toEqual(['1.1']);
    await lines.return(undefined);
    publications.figures = figures;
  });
});

it('knows beforehand how many lines there will be', async () => {
  const view = await viewCohort(server.services, territory, {});
  const expected = expectedLines(view, server.services.engines.current);
  expect(expected).toBe((await exported()).length);
});

describe('a line of CSV', () => {
  it.each(['=1+1', '+33', '-1', '@x', '\tx', '\rx'])('takes no formula from %j', (name) => {
    const [[cell = ''] = []] = cellsOf(csvLine([name, 1]));
    expect(cell).toBe(`'${name}`);
  });

  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['a,b', 'c"d', 'e\nf', 'g\r\nh', null, 0])).toBe(
      '"a,b","c""d","e\nf","g\r\nh",,0\r\n',
    );
  });
});

describe('the codebook', () => {
  it('explains exactly the columns of the export, in their order', async () => {
    const [header] = cellsOf((await download('export')).body);
    const [names, ...lines] = cellsOf((await download('codebook')).body);
    expect(names).toEqual(['column', 'type', 'description_fr', 'description_en']);
    expect(lines.map(([column]) => column)).toEqual(header);
    expect(header).toEqual(cohortColumns.map(({ name }) => name));
    for (const line of lines) expect(line.every((cell) => cell.trim() !== '')).toBe(true);
  });

  it('names every status that the export gives, and the rule', async () => {
    const chunks: string[] = [];
    for await (const chunk of codebookCsv()) chunks.push(chunk);
    const told = chunks.join('');
    for (const line of await exported()) expect(told).toContain(line.get('status'));
    expect(told).toMatch(/moins de 11 élèves.*under 11 pupils/);
    expect(told.startsWith('\uFEFFcolumn,')).toBe(true);
  });
});
