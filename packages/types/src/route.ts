import type { z } from 'zod';
import type { Action, SubjectKind } from './permissions.ts';

/** Who may call a route: anyone, or whoever the table of permissions lets do its action. */
export type Access =
  | 'public'
  | { action: Action; subject?: undefined; param?: undefined }
  | { action: Action; subject: SubjectKind; param: string };

/** One route of the contract. It answers either JSON (`response`) or a stream of a media type. */
export interface RouteContract {
  method: 'GET' | 'POST';
  path: `/api/${string}` | `/ims/case/v1p1/${string}`;
  access: Access;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body is a file, read as it comes: of whatever type, up to so many bytes. */
  upload?: { mostBytes: number };
  response?: z.ZodType;
  stream?: string;
}

/** Checks a table of routes against its shape and keeps each route's own types. */
export function defineRoutes<const T extends Record<string, RouteContract>>(table: T): T {
  return table;
}

type Part<R extends RouteContract, K extends 'params' | 'query' | 'body'> = R extends {
  [P in K]: z.ZodType;
}
  ? { [P in K]: z.input<R[K]> }
  : unknown;

/** What a caller of a route gives. */
export type RouteInput<R extends RouteContract> = Part<R, 'params'> &
  Part<R, 'query'> &
  Part<R, 'body'>;

/** What a route answers in JSON. */
export type RouteOutput<R extends RouteContract> = R extends { response: z.ZodType }
  ? z.output<R['response']>
  : never;
