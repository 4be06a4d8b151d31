import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, nobodysHash, passwordParameters } from './passwords.ts';

describe('a password', () => {
  it('is kept as argon2id with its own salt, and known again', async () => {
    const [one, two] = await Promise.all([
      hashPassword('tilleul été'),
      hashPassword('tilleul été'),
    ]);
    expect(one).toMatch(/^\$argon2id\$/);
    expect(one).not.toBe(two);
    expect(await checkPassword(one, 'tilleul e\u0301te\u0301')).toBe(true);
    expect(await checkPassword(one, 'tilleul ete')).toBe(false);
  });

  it('is right for nobody, after the work that anybody costs', async () => {
    expect(await checkPassword(null, 'anything')).toBe(false);
    const kept = await hashPassword('anything');
    expect(parseOptions(nobodysHash)).toEqual(parseOptions(kept));
    expect(parseOptions(nobodysHash)).toMatchObject(passwordParameters);
  });
});
