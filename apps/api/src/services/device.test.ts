import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceSubject, markDevice, readDevice } from './device.ts';

const key = Buffer.alloc(32, 1);

describe('the mark of a device', () => {
  it('says who vouches for it, under a pseudonym', () => {
    const mark = markDevice(key, 'someone');
    expect(readDevice(key, mark)).toBe(deviceSubject(key, 'someone'));
    expect(mark).not.toContain('someone');
  });

  it('is nothing without our signature', () => {
    const mark = markDevice(key, 'someone');
    const [, signature] = mark.split('.');
    expect(readDevice(key, undefined)).toBeNull();
    expect(readDevice(Buffer.alloc(32, 2), mark)).toBeNull();
    expect(readDevice(key, `${deviceSubject(key, 'other')}.${signature}`)).toBeNull();
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(readDevice(key, text)).toBeNull();
      }),
    );
  });
});
