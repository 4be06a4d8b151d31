import type { RouteContract, RouteInput, RouteOutput } from '@jalon/types';
import { problem } from '@jalon/types';
import type { z } from 'zod';
import { ApiProblem, ApiUnreachable } from './errors.ts';

/** Sends a request of a path of the API, such as `/api/home`, and gives its answer. */
export type SendToApi = (path: string, init: RequestInit) => Promise<Response>;

interface Given {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  /** Of an upload: the file. */
  file?: Blob;
}

/**
 * Calls one route of the contract and gives its parsed answer. Throws `ApiProblem` where the API
 * refuses, and `ApiUnreachable` where no answer of the API came back.
 */
export async function callApi<R extends RouteContract & { response: z.ZodType }>(
  send: SendToApi,
  route: R,
  input: RouteInput<R> & Given,
): Promise<RouteOutput<R>>;
export async function callApi(
  send: SendToApi,
  route: RouteContract & { response: z.ZodType },
  input: Given,
): Promise<unknown> {
  const answer = await reach(send, pathOf(route, input), {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...contentType(input),
    },
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    ...(input.file && { body: input.file }),
  });
  const content = await readJson(answer);
  if (answer.ok) {
    const read = route.response.safeParse(content);
    if (read.success) return read.data;
    throw new ApiUnreachable(`${route.path} answered out of contract.`, { cause: read.error });
  }
  const refusal = problem.safeParse(content);
  if (refusal.success) throw new ApiProblem(refusal.data);
  throw new ApiUnreachable(`${route.path} answered ${answer.status} without a problem document.`);
}

function contentType({ body, file }: Given): Record<string, string> {
  if (file) return { 'content-type': 'application/octet-stream' };
  return body === undefined ? {} : { 'content-type': 'application/json' };
}

/** The path of a route with what it is given, such as `/api/classes/0198…`. */
export function pathOf({ path }: RouteContract, { params, query }: Given): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, value);
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function reach(send: SendToApi, path: string, init: RequestInit): Promise<Response> {
  try {
    return await send(path, init);
  } catch (error) {
    throw new ApiUnreachable(`${path} could not be reached.`, { cause: error });
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}
