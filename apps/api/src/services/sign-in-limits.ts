import { Refusal } from './refusal.ts';

/**
 * How many wrong tries are taken before the next is refused unread. Only wrong ones count.
 *
 * - `card`: one wrong card, again and again, is a client that is stuck. A right card never fails,
 *   so this keeps nobody out.
 * - `account`: an e-mail address, from devices its owner never signed in on: 960 guesses a day.
 * - `code`: codes of one account, once its password was right: 960 guesses a day, of which one in
 *   350,000 is right.
 * - `pictures`: rows of one card, from devices that one person signed in on last, or that nobody
 *   did: 20 a day, of which one in 86 finds the row of 1,716 (see `card-pictures.ts`). A class that
 *   mistakes its pictures costs no other, and a new card begins anew.
 * - `address`: devices never signed in on, behind one address. Thirty pupils who each mistype four
 *   times in a minute pass. Its 172,800 guesses a day find one of 100,000 cards with a chance of
 *   0.1 % (see `card-words.ts`).
 * - `device`: what whoever vouches for a device may get wrong on all devices they vouch for. While
 *   someone guesses from behind a school's address, its known devices go on signing in.
 */
export const signInLimits = {
  card: { most: 10, windowMs: 60_000 },
  account: { most: 10, windowMs: 15 * 60_000 },
  code: { most: 10, windowMs: 15 * 60_000 },
  pictures: { most: 20, windowMs: 24 * 3_600_000 },
  address: { most: 120, windowMs: 60_000 },
  device: { most: 20, windowMs: 60_000 },
} as const;

export type SignInLimit = keyof typeof signInLimits;

/** What a try is counted against. */
export interface Counted {
  limit: SignInLimit;
  key: string;
}

/** Tries of a stretch of time: those that were wrong, and those being looked at. */
interface Window {
  name: string;
  endsAtMs: number;
  wrong: number;
  running: number;
  /** Called when one that was being looked at ends. */
  waiting: (() => void)[];
}

/** Counts wrong tries in memory, in fixed windows; the oldest keys give way. */
export class SignInGuard {
  readonly #clock: () => Date;
  readonly #keysKept: number;
  readonly #windows = new Map<string, Window>();

  constructor(clock: () => Date, keysKept = 100_000) {
    this.#clock = clock;
    this.#keysKept = keysKept;
  }

  /**
   * Runs a check of a card or password. No more run at once than may still be wrong: the others
   * wait for these, so that many guesses at one moment are no way around a limit, and a school
   * that signs in at one moment is let in. Refuses with `too-many-requests`.
   */
  async tryOnce<T>(against: readonly Counted[], check: () => Promise<T | null>): Promise<T | null> {
    const windows = await this.#enter(against);
    let isWrong = false;
    try {
      const found = await check();
      isWrong = found === null;
      return found;
    } finally {
      for (const window of windows) {
        window.running -= 1;
        if (isWrong) window.wrong += 1;
        for (const wake of window.waiting.splice(0)) wake();
        this.#forgetIfClean(window);
      }
    }
  }

  /** Waits until a try may run and counts it as running, or refuses it. */
  async #enter(against: readonly Counted[]): Promise<Window[]> {
    for (;;) {
      const now = this.#clock().getTime();
      const windows = against.map((counted) => ({
        most: signInLimits[counted.limit].most,
        window: this.#windowOf(counted, now),
      }));
      const spent = windows.find(({ most, window }) => window.wrong >= most);
      if (spent) {
        const leftMs = spent.window.endsAtMs - now;
        const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
        throw new Refusal('too-many-requests', { retryAfterSeconds });
      }
      const full = windows.find(({ most, window }) => window.wrong + window.running >= most);
      if (!full) {
        for (const { window } of windows) window.running += 1;
        return windows.map(({ window }) => window);
      }
      await new Promise<void>((resolve) => full.window.waiting.push(resolve));
    }
  }

  #windowOf({ limit, key }: Counted, now: number): Window {
    const name = `${limit} ${key}`;
    const open = this.#windows.get(name);
    if (open && open.endsAtMs > now) return open;
    this.#windows.delete(name);
    const endsAtMs = now + signInLimits[limit].windowMs;
    const fresh: Window = { name, endsAtMs, wrong: 0, running: 0, waiting: [] };
    this.#windows.set(name, fresh);
    const oldest = this.#windows.keys().next();
    if (this.#windows.size > this.#keysKept && !oldest.done) this.#windows.delete(oldest.value);
    return fresh;
  }

  /** Right tries leave nothing to remember: a whole country's would push out the wrong ones. */
  #forgetIfClean(window: Window): void {
    const { name, wrong, running } = window;
    const isOpen = this.#windows.get(name) === window;
    if (isOpen && wrong === 0 && running === 0) this.#windows.delete(name);
  }
}
