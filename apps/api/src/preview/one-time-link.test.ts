import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OneTimeLink, serveOneTimeLink } from './one-time-link.ts';

let asked: string[];
let status: number;
const product = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    asked.push(`${request.method} ${request.url} ${body}`);
    response
      .writeHead(status, { 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2; Path=/'] })
      .end('{}');
  });
});

let link: OneTimeLink;
let origin: string;
beforeEach(async () => {
  asked = [];
  status = 200;
  product.listen(0, '127.0.0.1');
  await once(product, 'listening');
  const address = product.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  origin = `http://127.0.0.1:${address.port}`;
  const member = { email: 'prof@ecole.example', password: 'motdepasse' };
  link = await serveOneTimeLink({ origin, ...member, path: '/enseignant/galerie/1.1-a?seed=b' });
});
afterEach(() => {
  link.close();
  product.close();
});

const open = (address: string, method = 'GET') => fetch(address, { method, redirect: 'manual' });

describe('a link that signs in once', () => {
  it('leads to the page, with the cookies of a session', async () => {
    const reply = await open(link.address);
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe(`${origin}/enseignant/galerie/1.1-a?seed=b`);
    expect(reply.headers.getSetCookie()).toEqual(['a=1; Path=/; HttpOnly', 'b=2; Path=/']);
    expect(asked).toEqual([
      'POST /api/session/staff {"email":"prof@ecole.example","password":"motdepasse"}',
    ]);
  });

  it('signs nobody in a second time', async () => {
    await open(link.address);
    const reply = await open(link.address);
    expect(reply.status).toBe(410);
    expect(reply.headers.getSetCookie()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('signs nobody in who has not its whole address', async () => {
    const { origin: own } = new URL(link.address);
    for (const address of [own, `${own}/`, link.address.slice(0, -1), `${link.address}?a=b`]) {
      expect((await open(address)).status).toBe(404);
    }
    expect((await open(link.address, 'HEAD')).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('says so where the product does not let in', async () => {
    status = 503;
    const reply = await open(link.address);
    expect(reply.status).toBe(502);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });
});
