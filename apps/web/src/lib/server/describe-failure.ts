const ERROR = 50;

/**
 * A failure of a page as a line of the log, in the form of the API's: what kind, and where in the
 * code. Its message is left out, since it may quote what a person wrote.
 */
export function describeFailure(failure: unknown, nowMs: number = Date.now()): string {
  const isError = failure instanceof Error;
  const frames = isError ? (failure.stack ?? '').split('\n') : [];
  const err = {
    type: isError ? failure.name : typeof failure,
    stack: frames
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .join('\n'),
  };
  return JSON.stringify({ level: ERROR, time: nowMs, err, msg: 'a page failed' });
}
