import type { Statement } from '@jalon/store';
import type { z } from 'zod';

/** Ends a job for good, for a reason that trying again does not change; told of by its word. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly word: string;

  constructor(word: string, options?: ErrorOptions) {
    super(`the job failed: ${word}`, options);
    this.word = word;
  }
}

/** Keeps how far a job is. */
export type KeepProgress<Checkpoint> = (
  /** From 0 to 100. */
  percent: number,
  checkpoint: Checkpoint,
  ...changes: Statement[]
) => Promise<void>;

/** One try of a job. */
export interface JobTry<Input, Checkpoint> {
  input: Input;
  /** Where an earlier try had come; `null` on the first, or before anything was kept. */
  checkpoint: Checkpoint | null;
  /** Aborts when the process is about to stop, or another worker may have taken the job. */
  signal: AbortSignal;
  /**
   * Ends a step: keeps its changes, the percentage and the checkpoint as one, unless another worker
   * has taken the job. Each step is so done once, however often the job is begun. It rejects where
   * the job is to be left here; let that pass.
   */
  progress: KeepProgress<Checkpoint>;
}

/** One kind of durable job, as its module declares it. */
interface Declared<Input, Checkpoint> {
  kind: string;
  input: z.ZodType<Input>;
  checkpoint: z.ZodType<Checkpoint>;
  /** How often it is begun at most, counting the times its worker died; ten unless said. */
  mostTries?: number;
  /** Does it, and gives its outcome: JSON. */
  run(job: JobTry<Input, Checkpoint>): Promise<unknown>;
}

/** A try whose input and checkpoint are as the database kept them. */
export type KeptTry = JobTry<unknown, unknown>;

/** A kind as the runner knows it. */
export interface JobKind {
  readonly kind: string;
  readonly mostTries: number;
  /** Rejects with `JobFailed` where what was kept cannot be read. */
  run(job: KeptTry): Promise<unknown>;
}

const MOST_TRIES = 10;

/** Declares a kind of job: its input and checkpoint are checked before each try. */
export function defineJob<Input, Checkpoint>(declared: Declared<Input, Checkpoint>): JobKind {
  const { kind, mostTries = MOST_TRIES } = declared;
  return {
    kind,
    mostTries,
    async run(job) {
      const input = declared.input.safeParse(job.input);
      if (!input.success) throw new JobFailed('unreadable-input', { cause: input.error });
      const checkpoint = declared.checkpoint.nullable().safeParse(job.checkpoint);
      if (!checkpoint.success) {
        throw new JobFailed('unreadable-checkpoint', { cause: checkpoint.error });
      }
      return declared.run({ ...job, input: input.data, checkpoint: checkpoint.data });
    },
  };
}
