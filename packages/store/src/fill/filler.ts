import type { TableRows } from './encode.ts';

/** Takes rows in great numbers, in the order in which references want them. */
export interface Filler {
  add(some: TableRows): Promise<void>;
  /** Makes all of it durable and lets go of the database. */
  finish(): Promise<void>;
}
