import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyRoute } from '../../testing/route-calls.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

const operation = z.looseObject({
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  requestBody: z.looseObject({ required: z.literal(true) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()) })),
});
const document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let server: TestServer;
let told: z.infer<typeof document>;
beforeAll(async () => {
  server = await createTestServer();
  told = document.parse((await server.call({ url: '/api/docs/json' })).json());
});
afterAll(() => server.close());

describe('the OpenAPI document', () => {
  it.each(everyRoute)('tells of $name as the contract has it', ({ contract }) => {
    const { path, method, summary, access, params, query, body, stream } = contract;
    const found = told.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(found?.summary).toBe(summary);
    expect(found?.security).toEqual(access === 'public' ? [] : [{ cookie: [] }, { bearer: [] }]);
    const places = new Set(found?.parameters?.map((one) => one.in));
    expect(places).toEqual(new Set([...(params ? ['path'] : []), ...(query ? ['query'] : [])]));
    expect(found?.requestBody !== undefined).toBe(body !== undefined);
    expect(Object.keys(found?.responses['200']?.content ?? {})).toEqual([
      stream ?? 'application/json',
    ]);
    expect(Object.keys(found?.responses['default']?.content ?? {})).toEqual([
      'application/problem+json',
    ]);
  });

  it('tells of nothing else', () => {
    const operations = Object.values(told.paths).flatMap((byMethod) => Object.keys(byMethod));
    const heads = operations.filter((method) => method === 'head');
    expect(operations.length - heads.length).toBe(everyRoute.length);
  });

  it('is shown to people, by scripts of its own alone', async () => {
    const page = await server.call({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
    const script = /src="([^"]*bundle[^"]*)"/.exec(page.body)?.[1] ?? '';
    const address = new URL(script, 'http://localhost/api/docs').pathname;
    expect((await server.call({ url: address })).statusCode).toBe(200);
  });
});
