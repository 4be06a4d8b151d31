import { describe, expect, it } from 'vitest';
import { createTestServer } from '../../testing/test-server.ts';
import type { Config } from '../../config.ts';

async function headersOf(url: string, config: Partial<Config> = {}) {
  const server = await createTestServer({ config });
  const { headers } = await server.call({ url });
  await server.close();
  return headers;
}

describe('the headers of an answer', () => {
  it.each(['/api/health', '/api/home', '/api/nowhere'])(
    'keep %s from being framed, guessed at or run',
    async (url) => {
      const headers = await headersOf(url);
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'x-download-options': 'noopen',
        'x-frame-options': 'DENY',
        'x-permitted-cross-domain-policies': 'none',
        'x-xss-protection': '0',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('ask for encrypted ways where the site has them', async () => {
    const headers = await headersOf('/api/health', { origin: 'https://jalon.example' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
