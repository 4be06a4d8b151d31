/** A response that cannot be scored on its instance: its message says in a sentence why. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
}
