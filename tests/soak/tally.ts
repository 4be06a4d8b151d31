import { quantileOf } from './statistics.ts';

/** What people do whose time is taken. */
export const deeds = ['sign-in', 'home', 'begin', 'answer', 'result'] as const;
export type Deed = (typeof deeds)[number];

/** How long something took, in milliseconds. */
export interface Times {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export type Tally = ReturnType<typeof createTally>;

/** Counts, minute by minute from its making, how long each deed took and which calls failed. */
export function createTally(minutes: number, now: () => number) {
  const startedMs = now();
  // What ends a little after the last minute belongs to it.
  const minuteNow = () => Math.min(minutes - 1, Math.floor((now() - startedMs) / 60_000));
  const made: { deed: Deed; minute: number; tookMs: number }[] = [];
  const failures: { kind: string; minute: number }[] = [];

  return {
    done(deed: Deed, tookMs: number): void {
      made.push({ deed, minute: minuteNow(), tookMs });
    },
    failed(kind: string): void {
      failures.push({ kind, minute: minuteNow() });
    },
    /** Of the whole run, or of one minute of it; `null` where it was not done at all. */
    times(deed: Deed, minute?: number): Times | null {
      const taken = made
        .filter((one) => one.deed === deed && (minute === undefined || one.minute === minute))
        .map(({ tookMs }) => tookMs);
      if (taken.length === 0) return null;
      return {
        count: taken.length,
        p50: quantileOf(taken, 0.5),
        p95: quantileOf(taken, 0.95),
        p99: quantileOf(taken, 0.99),
        max: quantileOf(taken, 1),
      };
    },
    failures(minute?: number): number {
      return failures.filter((one) => minute === undefined || one.minute === minute).length;
    },
    failuresByKind(): [kind: string, count: number][] {
      return Array.from(
        Map.groupBy(failures, ({ kind }) => kind),
        ([kind, ones]) => [kind, ones.length],
      );
    },
  };
}
