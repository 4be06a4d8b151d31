import { problem, type RouteContract } from '@jalon/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadType } from './plugins/app/uploads.ts';
import { accessCookie } from './plugins/app/session-cookies.ts';
import { bodyOf, everyRoute, pathWith } from './testing/route-calls.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';
import { actors, people } from './testing/two-schools.ts';

const RUNS_A_ROUTE = 150;

let server: TestServer;
let goodTokens: string[];
beforeAll(async () => {
  server = await createTestServer({ config: { logLevel: 'fatal' } });
  goodTokens = Object.values(actors).map((actor) => server.cookieOf(actor)[accessCookie]);
});
afterAll(() => server.close());

const odd = fc.constantFrom(
  '',
  '\0',
  '../../etc',
  "' or 1=1 --",
  '%00',
  '{{7*7}}',
  '__proto__',
  'é',
);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), odd);

const known = [people.own, people.otherSchool].flatMap((place) => Object.values(place));
const anId = fc.oneof(fc.constantFrom(...known), fc.uuid(), text);
const aQuery = fc.dictionary(fc.oneof(fc.constant('competence'), text), text, { maxKeys: 3 });

/** A good body, one with something else in one field, a JSON value of any shape, or no JSON. */
function aBody(name: string) {
  const good = { ...bodyOf(name).payload };
  const altered = fc
    .tuple(fc.constantFrom(...Object.keys(good), 'more'), fc.oneof(fc.jsonValue(), text))
    .map(([field, value]) => JSON.stringify({ ...good, [field]: value }));
  return fc.oneof(
    fc.constant(JSON.stringify(good)),
    { weight: 4, arbitrary: altered },
    fc.json({ maxDepth: 4 }),
    text,
    fc.constantFrom('['.repeat(5_000), '{"a":1e999,"constructor":{"prototype":1}}'),
  );
}

const aMediaType = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    ...['text/plain', 'application/x-www-form-urlencoded', 'a', 'application/json; a=;'],
    uploadType,
  ),
);

/** A good token, whole or with one letter changed; or letters that are none. */
const aToken = fc.oneof(
  { weight: 4, arbitrary: fc.nat(3).map((which) => () => goodTokens[which] ?? '') },
  fc.tuple(fc.nat(3), fc.nat(250)).map(([which, at]) => () => {
    const token = goodTokens[which] ?? '';
    return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
  }),
  fc.string({ unit: fc.constantFrom(...'aZ9-_.=%'), maxLength: 60 }).map((made) => () => made),
);

interface Drawn {
  id: string;
  query: Record<string, string>;
  body: string;
  mediaType: string;
  token: () => string;
  asBearer: boolean;
}

/** Calls a route without waiting for the end of a stream that was granted. */
async function answerTo(contract: RouteContract, drawn: Drawn) {
  const token = drawn.token();
  const answer = await server.app.inject({
    method: contract.method,
    url: `${pathWith(contract, drawn.id)}?${new URLSearchParams(drawn.query).toString()}`,
    headers: {
      ...(drawn.asBearer ? { authorization: `Bearer ${token}` } : {}),
      ...(contract.method === 'POST' ? { 'content-type': drawn.mediaType } : {}),
    },
    cookies: drawn.asBearer ? {} : { [accessCookie]: token, jalon_refresh: token },
    ...(contract.method === 'POST' && { payload: drawn.body }),
    payloadAsStream: true,
  });
  const { statusCode: status, headers } = answer;
  const stream = answer.stream();
  if (status < 400) {
    stream.destroy();
    return { status, type: null, body: null };
  }
  const body: unknown = JSON.parse(Buffer.concat(await stream.toArray()).toString());
  return { status, type: headers['content-type'], body };
}

describe.each(everyRoute)('whatever is sent to $name', ({ name, contract }) => {
  it('is answered, or refused with a problem document that leaves the data as it was', async () => {
    const drawn = fc.record({
      id: anId,
      query: aQuery,
      body: aBody(name),
      mediaType: aMediaType,
      token: aToken,
      asBearer: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async (input) => {
        const { batches } = server.store.figures();
        const { status, type, body } = await answerTo(contract, input);
        expect(status).toBeLessThan(500);
        if (status < 400) return;
        expect(type).toBe('application/problem+json; charset=utf-8');
        expect(problem.parse(body).status).toBe(status);
        expect(server.store.figures().batches).toBe(batches);
      }),
      { numRuns: RUNS_A_ROUTE },
    );
  });

  it('is answered, or refused, where any one word of a good body holds a NUL', async () => {
    const good = { ...bodyOf(name).payload };
    const words = Object.entries(good).filter(([, value]) => typeof value === 'string');
    for (const [field, value] of words) {
      const body = JSON.stringify({ ...good, [field]: `${String(value)}\0` });
      for (const [cookie, place] of goodTokens.flatMap((token) =>
        known.map((place) => [token, place] as const),
      )) {
        const input = { id: place, query: {}, body, mediaType: 'application/json' };
        const { status } = await answerTo(contract, {
          ...input,
          token: () => cookie,
          asBearer: true,
        });
        expect(status).toBeLessThan(500);
      }
    }
  });
});
