import type { Random } from '@jalon/measurement';

/** What one round of a run of kills ends. */
export type Kill =
  'the API' | 'the API and the database' | 'the database' | 'the database (SIGQUIT)';

/** A database that the product runs on while both are killed. */
export interface EngineAtRisk {
  /** Its address, as the product is given it. */
  database: string;
  /** What a round kills. */
  draw(random: Random): Kill;
  killDatabase(how: 'SIGKILL' | 'SIGQUIT'): Promise<void>;
  /** Makes it run again where it does not. */
  startDatabase(): Promise<void>;
  /** The address of a database to look into that leaves what the product left as it is. */
  toLookInto(): string;
  /** What is damaged in what was last looked into; empty where it is whole. */
  damage(): string[];
  /** The same at the end of a run, as thorough as the engine's own tools are. */
  damageInFull(): string[];
  remove(): Promise<void>;
}
