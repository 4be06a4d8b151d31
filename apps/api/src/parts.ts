import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadCrosswalk, Sequence } from '@jalon/framework';
import type { BackupState } from '@jalon/store';
import type { Config } from './config.ts';
import type { ServiceContext } from './services/context.ts';
import type { GallerySource } from './services/gallery/bank.ts';

/** The screens: SvelteKit's own handler of Node requests. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server is built from. */
export interface Parts {
  config: Config;
  services: ServiceContext;
  /** The items that staff see in the gallery; those of the release in force unless given. */
  gallery?: GallerySource;
  /** What is known of the framework beside its releases; nothing unless given. */
  framework?: {
    /** What corresponds to it in others. */
    crosswalks: readonly ReadCrosswalk[];
    /** What is ready to be given to a class. */
    sequences: readonly Sequence[];
    /** When each release was made, `2026-11-27`, by version. */
    releaseDays: ReadonlyMap<string, string>;
  };
  /** How much is logged, and where to (standard output). */
  logger: { level: string; stream?: { write(line: string): void } };
  /** How the continuous backup is; `null` where none is kept. */
  backup?: () => BackupState | null;
  /** Aborts when the process is about to stop, and wants no new work from a load balancer. */
  leaving?: AbortSignal;
  /** Answers whatever lies outside `/api`. */
  web?: WebHandler;
  /** Checks every answer against the contract, to the last field: for tests. */
  checkAnswers?: boolean;
}
