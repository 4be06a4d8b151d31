import { describe, expect, it } from 'vitest';
import { proxyTrust } from './proxy-trust.ts';

describe('the word of a proxy', () => {
  it('is taken from this machine alone where none is named', () => {
    const trust = proxyTrust('off');
    expect([trust('127.0.0.1', 0), trust('::1', 0), trust('127.0.0.1', 3)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([trust('10.0.0.1', 0), trust('192.0.2.1', 1)]).toEqual([false, false]);
  });

  it('is taken from whoever connects, and no further, where it is on', () => {
    const trust = proxyTrust('on');
    expect([trust('192.0.2.1', 0), trust('192.0.2.1', 1)]).toEqual([true, false]);
  });

  it('is taken from the addresses and subnets that are named', () => {
    const trust = proxyTrust(['10.0.0.0/8', '192.0.2.4', 'fd00::/8']);
    const trusted = ['10.9.8.7', '192.0.2.4', 'fd12::1', '::ffff:10.1.2.3'];
    expect(trusted.filter((address) => !trust(address, 0))).toEqual([]);
    expect(['11.0.0.1', '192.0.2.5', 'fe80::1'].filter((one) => trust(one, 0))).toEqual([]);
  });
});
