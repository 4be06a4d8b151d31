import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payloads } from './notices.ts';

it('carries every notice once, in order, in payloads that PostgreSQL takes', () => {
  const notice = fc.string({ minLength: 1, maxLength: 400 }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(notice, { maxLength: 200 }), (notices) => {
      const made = payloads('sender', notices);
      expect(made.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
      expect(made.flatMap((payload) => payload.split('\n').slice(1))).toEqual(notices);
      expect(made.every((payload) => payload.startsWith('sender\n'))).toBe(true);
    }),
  );
});
