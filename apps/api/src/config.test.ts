import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from './config.ts';

const secret = 'x'.repeat(32);
const production = {
  JALON_DEMO: 'off',
  JALON_SECRET: secret,
  JALON_ORIGIN: 'https://jalon.example',
};

function settingsOf(env: Record<string, string>) {
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.settings;
}

function problemsOf(env: Record<string, string>) {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.problems;
}

describe('the settings', () => {
  it('make a demo on loopback where nothing is set', () => {
    const { dataFolder, database, frameworkFolder, ...rest } = settingsOf({});
    expect(database).toBe(`file:${dataFolder}/jalon.sqlite`);
    expect(dataFolder).toMatch(/\/data$/);
    expect(frameworkFolder).toMatch(/\/competence-framework$/);
    expect(rest).toEqual({
      port: 4600,
      host: '127.0.0.1',
      demo: true,
      secret: null,
      replica: null,
      connections: 10,
      backupFolder: null,
      origin: null,
      logLevel: 'info',
      trustedProxies: 'off',
      draftItems: false,
      requestsPerMinute: 600,
      streams: 2000,
      drainSeconds: 0,
      mail: null,
      keepMonths: 24,
      staffFactor: 'offered',
    });
  });

  it('never default what production must keep secret, nor its address', () => {
    expect(problemsOf({ JALON_DEMO: 'off' })).toEqual([
      expect.stringMatching(/^JALON_SECRET is not set and JALON_DEMO is off: give at least 32/),
      expect.stringMatching(/^JALON_ORIGIN is not set and JALON_DEMO is off: give the public/),
    ]);
    expect(settingsOf(production)).toMatchObject({
      demo: false,
      secret,
      origin: 'https://jalon.example',
    });
  });

  it('repeat no address of a mail server, which may hold a password', () => {
    expect(problemsOf({ JALON_SMTP: 'https://u:p@mail.example' })).toEqual([
      expect.stringMatching(/^JALON_SMTP has 24 characters: give the mail server/),
    ]);
  });

  it('take a mail server with the address that mail comes from, and neither alone', () => {
    const mail = { JALON_SMTP: 'smtps://u:p@mail.example', JALON_MAIL_FROM: 'jalon@ecole.example' };
    expect(settingsOf(mail).mail).toEqual({
      smtp: 'smtps://u:p@mail.example',
      from: 'jalon@ecole.example',
    });
    for (const [name, value] of Object.entries(mail)) {
      expect(problemsOf({ [name]: value })).toEqual([
        expect.stringMatching(/^JALON_SMTP and JALON_MAIL_FROM belong together/),
      ]);
    }
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '4600x'],
    ['HOST', 'a b'],
    ['JALON_DEMO', 'yes'],
    ['JALON_DATABASE_CONNECTIONS', '1'],
    ['JALON_ORIGIN', 'https://jalon.example/'],
    ['JALON_ORIGIN', 'jalon.example'],
    ['JALON_ORIGIN', 'ftp://jalon.example'],
    ['JALON_LOG', 'verbose'],
    ['JALON_TRUST_PROXY', '10.0.0.0/33'],
    ['JALON_TRUST_PROXY', 'proxy'],
    ['JALON_DRAFT_ITEMS', 'yes'],
    ['JALON_REQUESTS_PER_MINUTE', '0'],
    ['JALON_STREAMS', '0'],
    ['JALON_DRAIN_SECONDS', '601'],
    ['JALON_MAIL_FROM', 'nobody'],
    ['JALON_KEEP_MONTHS', '-1'],
    ['JALON_KEEP_MONTHS', '1.5'],
  ])('%s=%s is refused in a sentence that says why and what is right', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is ${JSON.stringify(value)}: give .+\\.$`));
  });

  it('are all told of at once, and never with the secret', () => {
    const problems = problemsOf({ PORT: 'a', JALON_SECRET: 'hunter2', JALON_LOG: 'b' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toContain('JALON_SECRET has 7 characters');
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  it.each([
    ['JALON_DATABASE', 'mysql://jalon:hunter2@localhost/jalon'],
    ['JALON_DATABASE_REPLICA', 'file:./hunter2.sqlite'],
  ])('%s=%s is refused without a word of it: it may hold a password', (name, value) => {
    const [problem] = problemsOf({ [name]: value });
    expect(problem).toMatch(new RegExp(`^${name} has ${value.length} characters: give .+\\.$`));
    expect(problem).not.toContain('hunter2');
  });

  it('let the gallery show items being written in a demo alone', () => {
    expect(settingsOf({ JALON_DRAFT_ITEMS: 'on' }).draftItems).toBe(true);
    expect(problemsOf({ ...production, JALON_DRAFT_ITEMS: 'on' })).toEqual([
      expect.stringMatching(/^JALON_DRAFT_ITEMS is "on": give off, or, where JALON_DEMO is on, on/),
    ]);
  });

  it('take proxies as on, off, or addresses and subnets', () => {
    expect(settingsOf({ JALON_TRUST_PROXY: 'on' }).trustedProxies).toBe('on');
    expect(settingsOf({ JALON_TRUST_PROXY: '10.0.0.0/8, ::1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });

  it('count an empty variable as not set', () => {
    expect(settingsOf({ PORT: '', JALON_ORIGIN: '' })).toMatchObject({ port: 4600, origin: null });
  });
});

describe('the README', () => {
  it('lists every setting', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    for (const name of settingNames)
      expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
  });
});
