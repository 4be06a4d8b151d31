/** Ends the command without an answer: says why on standard error. */
export function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Ends a command that was called wrongly: status 2, and how to call it. */
export function usage(text: string): never {
  console.error(text);
  process.exit(2);
}
