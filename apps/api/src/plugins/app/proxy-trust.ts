import { BlockList, isIPv6 } from 'node:net';
import type { Settings } from '../../config.ts';

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Whose `X-Forwarded-*` headers are believed: this machine's, since the screens call the API from
 * it; with `on`, also whoever connects; else the named addresses and subnets.
 */
export function proxyTrust(
  trusted: Settings['trustedProxies'],
): (address: string, hop: number) => boolean {
  const proxies = new BlockList();
  proxies.addSubnet('127.0.0.0', 8, 'ipv4');
  proxies.addAddress('::1', 'ipv6');
  for (const proxy of Array.isArray(trusted) ? trusted : []) {
    const [address = '', bits] = proxy.split('/');
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address, hop) =>
    (trusted === 'on' && hop === 0) || proxies.check(address, familyOf(address));
}
