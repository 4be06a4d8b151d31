import { Refusal } from './refusal.ts';

/**
 * How many wrong tries are taken before the next is refused unread. Only wrong ones count.
 *
 * - `card`: one wrong card, again and again, is a client that is stuck. A right card never fails,
 *   so this keeps nobody out.
 * - `account`: an e-mail address, from devices its owner never signed in on: 960 guesses a day.
 * - `address`: devices never signed in on, behind one address. Thirty pupils who each mistype four
 *   times in a minute pass. Its 172,800 guesses a day find one of 100,000 cards with a chance of
 *   0.1 % (see `card-words.ts`).
 * - `device`: what whoever vouches for a device may get wrong on all devices they vouch for. While
 *   someone guesses from behind a school's address, its known devices go on signing in.
 */
export const signInLimits = {
  card: { most: 10, windowMs: 60_000 },
  account: { most: 10, windowMs: 15 * 60_000 },
  address: { most: 120, windowMs: 60_000 },
  device: { most: 20, windowMs: 60_000 },
} as const;

export type SignInLimit = keyof typeof signInLimits;

/** What a try is counted against. */
export interface Counted {
  limit: SignInLimit;
  key: string;
}

/** Counts wrong tries in memory, in fixed windows; the oldest keys give way. */
export class SignInGuard {
  readonly #clock: () => Date;
  readonly #keysKept: number;
  readonly #windows = new Map<string, { endsAtMs: number; tries: number }>();

  constructor(clock: () => Date, keysKept = 100_000) {
    this.#clock = clock;
    this.#keysKept = keysKept;
  }

  /**
   * Runs a check of a card or password. It is counted before it runs, so that tries at the same
   * moment count too, and given back where it was right. Refuses with `too-many-requests`.
   */
  async tryOnce<T>(against: readonly Counted[], check: () => Promise<T | null>): Promise<T | null> {
    const now = this.#clock().getTime();
    const windows = against.map((counted) => this.#windowOf(counted, now));
    for (const [index, { limit }] of against.entries()) {
      const window = windows[index];
      if (window && window.tries >= signInLimits[limit].most) {
        const retryAfterSeconds = Math.max(1, Math.ceil((window.endsAtMs - now) / 1000));
        throw new Refusal('too-many-requests', { retryAfterSeconds });
      }
    }
    for (const window of windows) window.tries += 1;
    const found = await check();
    if (found !== null) for (const window of windows) window.tries -= 1;
    return found;
  }

  #windowOf({ limit, key }: Counted, now: number) {
    const name = `${limit} ${key}`;
    const open = this.#windows.get(name);
    if (open && open.endsAtMs > now) return open;
    this.#windows.delete(name);
    const fresh = { endsAtMs: now + signInLimits[limit].windowMs, tries: 0 };
    this.#windows.set(name, fresh);
    const oldest = this.#windows.keys().next();
    if (this.#windows.size > this.#keysKept && !oldest.done) this.#windows.delete(oldest.value);
    return fresh;
  }
}
