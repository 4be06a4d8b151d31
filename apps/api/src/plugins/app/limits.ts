/** What one request, one connection and one process may take. Documented in docs/operations.md. */
export const limits = {
  /** The longest body: an answer to the largest simulator is a tenth of it. */
  bodyBytes: 256 * 1024,
  /** The longest body of a form of the screens. */
  formBytes: 512 * 1024,
  /** The longest body of the form that uploads a file, and what surrounds the file in it. */
  uploadBytes: 64_000_000 + 64 * 1024,
  /** How long the head of a request may take to arrive. */
  headersMs: 20_000,
  /** How long a whole request may take to arrive: 256 KiB at 35 kbit/s. */
  requestMs: 60_000,
  /** After so long without a byte in or out a connection is closed; streams say something sooner. */
  silentMs: 120_000,
  /** How long a connection is kept between requests: longer than proxies keep theirs (60 s). */
  keepAliveMs: 72_000,
  /** How often the bounds of time are looked at. */
  lookMs: 5_000,
  /** Connections of one process; more are refused. */
  connections: 10_000,
  /** Streams that one person may hold open. */
  streamsAPerson: 12,
} as const;
