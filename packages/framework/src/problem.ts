/** A mistake in a file: where it is, what is wrong, and what to write instead. */
export interface FileProblem {
  path: string;
  line: number;
  column: number;
  message: string;
  instead: string;
}

/** `path:line: message Write: instead`. */
export const problemText = ({ path, line, message, instead }: FileProblem): string =>
  `${path}:${line}: ${message} Write: ${instead}`;
