import { fileURLToPath } from 'node:url';
import { readReleaseDays } from '@jalon/framework';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCrosswalks } from '../load-crosswalks.ts';
import { loadEngines } from '../load-engines.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const folder = fileURLToPath(new URL('../../../../competence-framework', import.meta.url));
const engines = loadEngines(folder);
const days = readReleaseDays(`${folder}/crcn`);
const releases = engines.versions.toReversed().map((version) => engines.of(version).release);

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({
    releases,
    config: { origin: 'https://jalon.example' },
    framework: {
      crosswalks: loadCrosswalks(folder, engines.current.release.framework),
      sequences: [],
      releaseDays: days,
    },
  });
});
afterAll(() => server.close());

const at = '/ims/case/v1p1';
const get = async (path: string) => server.call({ url: `${at}${path}` });

describe('CASE', () => {
  it('lists a document for each release and one for DigComp, to anyone', async () => {
    const { CFDocuments } = (await get('/CFDocuments')).json();
    expect(CFDocuments).toHaveLength(releases.length + 1);
    expect(CFDocuments[0]).toMatchObject({
      title: 'Cadre de référence des compétences numériques',
      caseVersion: '1.1',
      version: `1.0.0 (release ${engines.current.reference.version})`,
      lastChangeDateTime: `${days.get(engines.current.reference.version)}T00:00:00.000Z`,
    });
    expect(CFDocuments.at(-1)).toMatchObject({ version: '3.0.0', language: 'en' });
  });

  it('gives every record where its own uri says', async () => {
    const { CFDocuments } = (await get('/CFDocuments')).json();
    const [newest] = CFDocuments;
    const whole = (await get(`/CFPackages/${newest.identifier}`)).json();
    expect(whole.CFItems).toHaveLength(183);
    for (const record of [whole.CFDocument, whole.CFItems[7], whole.CFAssociations.at(-1)]) {
      const path = record.uri.replace(`https://jalon.example${at}`, '');
      expect((await get(path)).json()).toMatchObject(record);
    }
    const item = whole.CFItems[7];
    const around = (await get(`/CFItemAssociations/${item.identifier}`)).json();
    expect(around.CFItem).toMatchObject({
      ...item,
      CFDocumentURI: { identifier: newest.identifier },
    });
    expect(around.CFAssociations.length).toBeGreaterThan(0);
  });

  it('dates every record, and serves no release of which it knows no day', async () => {
    const undated = await createTestServer({
      releases,
      framework: {
        crosswalks: loadCrosswalks(folder, engines.current.release.framework),
        sequences: [],
        releaseDays: new Map([['1.0.0', '2026-11-24']]),
      },
    });
    const { CFDocuments } = (await undated.call({ url: `${at}/CFDocuments` })).json();
    await undated.close();
    expect(
      CFDocuments.map((one: { version: string; lastChangeDateTime: string }) => [
        one.version,
        one.lastChangeDateTime,
      ]),
    ).toEqual([
      ['1.0.0 (release 1.0.0)', '2026-11-24T00:00:00.000Z'],
      ['3.0.0', '2025-11-24T00:00:00.000Z'],
    ]);
  });

  it('says in a problem document that a record is not there', async () => {
    for (const name of ['CFDocuments', 'CFPackages', 'CFItems', 'CFAssociations']) {
      const answer = await get(`/${name}/01a21f2e-f30a-7a76-879e-820be4e21baf`);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect((await get(`/${name}/nothing`)).statusCode).toBe(400);
    }
  });
});
