import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf, openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import type { Engines } from '../services/engine.ts';
import { demoSignInLines, makeDemoOnce } from './demo.ts';

let engines: Engines;
let folder: string;
let test: TestStore;
let config: Config;
beforeAll(() => {
  const reading = readConfig({});
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  engines = loadEngines(reading.settings.frameworkFolder);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-demo-'));
  test = await openTestStore();
  const reading = readConfig({ JALON_DATA: folder, JALON_DATABASE: test.url });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  config = { ...reading.settings, secret: 'a secret of the tests, long enough' };
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const counts = async () => [
  await test.rows('select count(*) as n from response'),
  await test.rows('select count(*) as n from result'),
];

/** SQLite's demo is the start's own test. */
describe.runIf(process.env['JALON_TEST_POSTGRES'])('the demo on PostgreSQL', () => {
  it('is made in an empty database, once, and leaves its sign-ins alone in the folder', async () => {
    await makeDemoOnce(config, engines);
    expect(await test.rows('select uai from school')).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(['demo-sign-ins.json']);
    const [lines, before] = [demoSignInLines(config), await counts()];
    expect(lines).toHaveLength(5);
    await makeDemoOnce(config, engines);
    expect(demoSignInLines(config)).toEqual(lines);
    expect(await counts()).toEqual(before);
  }, 120_000);

  it('that was cut short is completed by the next start', async () => {
    await test.run(
      `create function stop_here() returns trigger language plpgsql as
        $$ begin raise exception 'no'; end $$;
      create trigger stop_here before insert on result execute function stop_here()`,
    );
    await expect(makeDemoOnce(config, engines)).rejects.toThrow();
    expect(await test.rows('select 1 from school')).not.toEqual([]);
    expect(demoSignInLines(config)).toEqual([]);
    await test.run('drop trigger stop_here on result; drop function stop_here');
    await makeDemoOnce(config, engines);
    expect(readdirSync(folder)).toEqual(['demo-sign-ins.json']);
    expect(await test.rows('select 1 from result')).not.toEqual([]);
  }, 120_000);

  it('is not made where there are schools, and what was made for them goes', async () => {
    await test.run(
      `create function stop_here() returns trigger language plpgsql as
        $$ begin raise exception 'no'; end $$;
      create trigger stop_here before insert on school execute function stop_here()`,
    );
    await expect(makeDemoOnce(config, engines)).rejects.toThrow();
    expect(existsSync(join(folder, 'demo.sqlite'))).toBe(true);
    await test.run('drop trigger stop_here on school; drop function stop_here');
    const { change, write } = test.store;
    const school = { id: idOf('s1'), uai: '0690001A', name: 'Un', department: '69' };
    await write(change.addSchools(school));
    await makeDemoOnce(config, engines);
    expect(readdirSync(folder)).toEqual([]);
    expect(await test.rows('select uai from school')).toEqual([{ uai: '0690001A' }]);
  }, 120_000);
});
