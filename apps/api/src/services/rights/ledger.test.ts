import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../../testing/two-schools.ts';
import { type Ledger, ledgerIn } from './ledger.ts';

let folder: string;
let file: string;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-ledger-'));
  file = join(folder, 'erasures.jsonl');
  ledger = ledgerIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const pupil = (n: number) => ({
  schoolId: uuid(1),
  pupilId: uuid(n),
  erasedAt: new Date(Date.UTC(2026, 10, 24, 8, 0, 0, n)),
});

describe('the ledger of erasures', () => {
  it('holds nothing where nobody was erased, and makes no file', () => {
    expect(ledger.read()).toEqual({ pupils: [], staff: [], unreadable: 0 });
    ledger.add();
    expect(() => statSync(file)).toThrow(/ENOENT/);
  });

  it('holds ids and instants, one erasure a line, for its own user alone', () => {
    ledger.add(pupil(2), pupil(3));
    ledger.add({ staffId: uuid(4), erasedAt: new Date(0) });
    expect(ledgerIn(folder).read()).toEqual({
      pupils: [pupil(2), pupil(3)],
      staff: [{ staffId: uuid(4), erasedAt: new Date(0) }],
      unreadable: 0,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(
      `{"schoolId":"${uuid(1)}","pupilId":"${uuid(2)}","erasedAt":"2026-11-24T08:00:00.002Z"}`,
    );
  });

  it('wherever a power cut left a line short, loses no other line, and says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (cutBytes) => {
        rmSync(file, { force: true });
        ledger.add(pupil(2));
        const whole = statSync(file).size;
        ledger.add(pupil(3));
        truncateSync(file, Math.max(whole, statSync(file).size - cutBytes));
        ledger.add(pupil(5));
        const { pupils, unreadable } = ledger.read();
        const isLost = !pupils.some(({ pupilId }) => pupilId === uuid(3));
        expect(pupils.filter(({ pupilId }) => pupilId !== uuid(3))).toEqual([pupil(2), pupil(5)]);
        const isWhole = statSync(file).size === 3 * whole;
        expect(isWhole || isLost || unreadable === 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('tells how many lines cannot be read', () => {
    ledger.add(pupil(2));
    appendFileSync(file, '{"schoolId": "no id"}\nnot json\n');
    expect(ledger.read()).toMatchObject({ pupils: [pupil(2)], unreadable: 2 });
  });
});
