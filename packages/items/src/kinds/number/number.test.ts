import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey, describeResponse, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item } from '../../testing/definitions.ts';
import { formatNumber, typedNumber } from '../../template/decimals.ts';
import { parseNumber } from './parse-number.ts';

const plain = (value: number | string, changes: object = {}) => ({
  units: undefined,
  answer: { value, ...changes },
  distractors: [{ value: -1, feedback: 'Pas moins que rien.' }, { value: -2 }],
});
const drawn = (changes: object = {}) => instantiate(item('number', changes), 'a');
const points = (changes: object, value: string, unit?: string) =>
  score(drawn(changes), unit ? { kind: 'number', value, unit } : { kind: 'number', value }).points;

describe('a typed number', () => {
  it.each([
    ['12', 12],
    ['007', 7],
    [' 12,50 ', 12.5],
    ['12.5', 12.5],
    [',5', 0.5],
    ['12.', 12],
    ['-3', -3],
    ['\u2212 3', -3],
    ['+3', 3],
    ['1.234', 1.234],
    ['1,234', 1.234],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1\u00a0234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['12 345 678', 12345678],
  ])('%j is %d', (typed, value) => {
    expect(parseNumber(typed)).toEqual({ value, rest: '' });
  });

  it.each([
    'environ 12',
    '12 34',
    '1,2,3',
    '1 2345',
    '',
    '-',
    'douze',
    '1..2',
    '--3',
    '.',
    '0 123',
  ])('%j is no number', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });

  it('leaves what stands behind it', () => {
    expect(parseNumber('1,5 Go')).toEqual({ value: 1.5, rest: 'Go' });
    expect(parseNumber('1e5')).toEqual({ value: 1, rest: 'e5' });
  });

  it('is read back from the form it is shown in, and from the form it is typed in', () => {
    const shown = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, decimals]) => digits / 10 ** decimals);
    fc.assert(
      fc.property(shown, (value) => {
        expect(parseNumber(formatNumber(value))?.value).toBeCloseTo(value, 10);
        expect(parseNumber(typedNumber(value))?.value).toBeCloseTo(value, 10);
      }),
    );
  });

  it('is read in no time however it is written', () => {
    const start = performance.now();
    parseNumber(`${'1 234'.repeat(4000)},`);
    parseNumber('1.'.repeat(4000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('a number to find', () => {
  it('accepts no near miss', () => {
    const near = fc.tuple(
      fc.integer({ min: 1, max: 1e12 }),
      fc.integer({ min: -50, max: 50 }).filter((gap) => gap !== 0),
    );
    fc.assert(
      fc.property(near, ([key, gap]) => {
        expect(points(plain(key), String(key))).toBe(1);
        expect(points(plain(key), String(key + gap))).toBe(0);
      }),
    );
  });

  it('forgives within the tolerance, its bounds included', () => {
    const within = plain(0.3, { tolerance: 0.1 });
    expect(points(within, '0,4')).toBe(1);
    expect(points(within, '0,2')).toBe(1);
    expect(points(within, '0,41')).toBe(0);
    expect(points(plain('0.1 + 0.2'), '0,3')).toBe(1);
  });

  it('refuses words, exponents and a unit where none is asked', () => {
    for (const typed of ['environ 12', '12e0', '12 Mo', 'douze']) {
      expect(points(plain(12), typed)).toBe(0);
    }
    expect(() => points(plain(12), '12', 'u1')).toThrow(ResponseRefused);
  });

  it('is the same in another unit, chosen or typed', () => {
    expect(points({}, '1500', 'u1')).toBe(1);
    expect(points({}, '1,5', 'u2')).toBe(1);
    expect(points({}, '1,5 Go', 'u2')).toBe(1);
    expect(points({}, '1,5 go')).toBe(1);
    expect(points({}, '1500', 'u2')).toBe(0);
  });

  it('is wrong where the typed unit contradicts the chosen one or is unknown', () => {
    expect(points({}, '1500 Mo', 'u2')).toBe(0);
    expect(points({}, '1500 Mio', 'u1')).toBe(0);
  });

  it('needs a unit where there are several', () => {
    expect(() => points({}, '1500')).toThrow(ResponseRefused);
    expect(
      points(
        { units: [{ symbol: '€', factor: 1 }], distractors: [{ value: 1 }, { value: 2 }] },
        '1500',
      ),
    ).toBe(1);
  });

  it('tells apart units that differ by a capital', () => {
    const bits = {
      answer: { value: 8 },
      units: [
        { symbol: 'Mb', factor: 1 },
        { symbol: 'MB', factor: 8 },
      ],
      distractors: [{ value: 1 }, { value: 64 }],
    };
    expect(points(bits, '1 MB')).toBe(1);
    expect(points(bits, '8 Mb')).toBe(1);
    expect(points(bits, '8 MB')).toBe(0);
    expect(points(bits, '8 mb', 'u1')).toBe(0);
  });

  it('gives a wrong answer its own feedback, in whichever unit it is typed', () => {
    const told = (value: string, unit: string) =>
      score(drawn(), { kind: 'number', value, unit }).feedback;
    expect(told('1 500 000', 'u1')).toBe('C’est mille fois trop.');
    expect(told('0,15', 'u2')).toBe('Compte les zéros.');
    expect(told('7', 'u2')).toBe('Relis la consigne.');
  });

  it('counts units from the first one, whatever its factor', () => {
    const bytes = {
      answer: { value: 2 },
      units: [
        { symbol: 'Go', factor: 1000 },
        { symbol: 'Mo', factor: 1 },
      ],
      distractors: [{ value: 2, unit: 'Mo' }, { value: 20 }],
    };
    expect(points(bytes, '2000', 'u2')).toBe(1);
    expect(points(bytes, '2', 'u1')).toBe(1);
  });

  it('is described with its unit and its tolerance', () => {
    expect(describeKey(drawn())).toBe('1\u202f500\u00a0Mo');
    expect(describeKey(drawn(plain(12, { tolerance: 0.5 })))).toBe('12 (à 0,5 près)');
    const response = { kind: 'number' as const, value: '1,5', unit: 'u2' };
    expect(describeResponse(drawn(), response)).toBe('1,5\u00a0Go');
    expect(describeResponse(drawn(), { ...response, value: '1,5 Go' })).toBe('1,5 Go');
  });
});
