import { readFileSync } from 'node:fs';
import { personalData } from '@jalon/store';
import { tableNames } from '@jalon/store/testing';
import { describe, expect, it } from 'vitest';
import { JOBS_KEPT_DAYS, LOOKS_KEPT_MONTHS } from './keep.ts';

const text = readFileSync(new URL('../../../../../docs/privacy.md', import.meta.url), 'utf8');

/** The register's rows: the table, whom it is about, and the rest of the line. */
const register = new Map(
  [...text.matchAll(/^\| `(\w+)` +\| ([\w, ]+?) +\|(.*)$/gm)].map(([, table, about, rest]) => [
    table,
    { about, rest: rest ?? '' },
  ]),
);

describe('the register of docs/privacy.md', () => {
  it('has every table that is declared as personal, and says whom it is about', () => {
    const declared = Object.entries(personalData).map(([name, about]) => [
      tableNames[name],
      [...('pupil' in about ? ['pupils'] : []), ...('staff' in about ? ['staff'] : [])].join(', '),
    ]);
    const said = [...register].map(([table, { about }]) => [table, about]);
    expect(said.toSorted()).toEqual(declared.toSorted());
  });

  it('names the others as being about nobody', () => {
    const [, names = ''] = /The other tables \(([^)]+)\)/.exec(text) ?? [];
    const others = Object.entries(tableNames).filter(([name]) => !(name in personalData));
    const said = [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(said.toSorted()).toEqual(others.map(([, name]) => name).toSorted());
  });

  it('says as long as it is', () => {
    expect(register.get('access_log')?.rest).toContain(`${LOOKS_KEPT_MONTHS} months`);
    expect(register.get('job')?.rest).toContain(`${JOBS_KEPT_DAYS} days`);
    expect(register.get('pupil')?.rest).toContain('JALON_KEEP_MONTHS');
  });
});
