/** Where a command says its answer, and whatever else there is to say. */
export type Voice = Pick<Console, 'log' | 'error'>;

/** Where a command gives its answer in chunks, and says whatever else there is to say. */
export interface ChunkVoice {
  write(chunk: string): void;
  say(line: string): void;
}

/** Gives the answer, and nothing else, on standard output. */
export const standardVoice: ChunkVoice = {
  write: (chunk) => void process.stdout.write(chunk),
  say: (line) => console.error(line),
};
