import type { Acknowledged } from './pupil-client.ts';

/** What pupils' devices tell of their work. */
export interface PupilNotes {
  acknowledged(answer: Acknowledged, pupil: number): void;
  /** A call that came to nothing and may be made again: `503 busy`, `ECONNREFUSED`. */
  refused(kind: string): void;
  /** A card opened a session. */
  signedIn(): void;
  /** What the product must never do. */
  defect(what: string): void;
}

/** Milliseconds of the machine's steady clock, which every process of it shares. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** An acknowledgement, and when it came: on the steady clock. */
export interface Entry {
  answer: Acknowledged;
  pupil: number;
  atMs: number;
}

export type Ledger = ReturnType<typeof createLedger>;

/** Keeps what the pupils were told, apart from the product: what a fault run is judged by. */
export function createLedger(now: () => number) {
  const entries: Entry[] = [];
  let signIns = 0;
  const refusals = new Map<string, number>();
  const defects = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);
  const notes: PupilNotes = {
    acknowledged: (answer, pupil) => void entries.push({ answer, pupil, atMs: now() }),
    refused: (kind) => count(refusals, kind),
    signedIn: () => void (signIns += 1),
    defect: (what) => count(defects, what),
  };
  return {
    notes,
    entries: entries as readonly Entry[],
    /** How many sessions were opened with a card. */
    signIns: () => signIns,
    refusals: refusals as ReadonlyMap<string, number>,
    defects: defects as ReadonlyMap<string, number>,
    /** Of the attempts that were answered since an entry, every answer until an instant. */
    answersOfAttempts(sinceEntry: number, untilMs: number): Acknowledged[] {
      const touched = new Set(entries.slice(sinceEntry).map(({ answer }) => answer.attemptId));
      return entries
        .filter(({ answer, atMs }) => atMs <= untilMs && touched.has(answer.attemptId))
        .map(({ answer }) => answer);
    },
    /** The longest time between two acknowledgements since an instant: of any pupil, of one pupil. */
    longestSilencesMs(sinceMs: number): { ofAll: number; ofOne: number } {
      const since = entries.filter(({ atMs }) => atMs >= sinceMs);
      const ofOne = [...Map.groupBy(since, ({ pupil }) => pupil).values()].map(longestGapMs);
      return { ofAll: longestGapMs(since), ofOne: Math.max(0, ...ofOne) };
    },
  };
}

function longestGapMs(entries: readonly Entry[]): number {
  let longestMs = 0;
  entries.forEach(({ atMs }, index) => {
    const before = entries[index - 1];
    if (before) longestMs = Math.max(longestMs, atMs - before.atMs);
  });
  return longestMs;
}

/** A count of each kind, on one line. */
export const inWords = (counts: ReadonlyMap<string, number>): string =>
  counts.size === 0
    ? 'none'
    : Array.from(counts, ([name, times]) => `${times} × ${name}`).join(', ');
