export type Sightings = ReturnType<typeof createSightings>;

/** Matches each acknowledged answer to an assessment with the moment its teacher saw it. */
export function createSightings(now: () => number) {
  const acknowledgedAtMs = new Map<string, number>();
  const seenEarly = new Set<string>();
  const lagsMs: number[] = [];
  return {
    acknowledged(attemptId: string, ordinal: number): void {
      const answer = `${attemptId} ${ordinal}`;
      if (seenEarly.delete(answer)) lagsMs.push(0);
      else acknowledgedAtMs.set(answer, now());
    },
    /** A teacher sees that so many answers of an attempt are kept. */
    seen(attemptId: string, answered: number): void {
      const answer = `${attemptId} ${answered}`;
      const sinceMs = acknowledgedAtMs.get(answer);
      if (sinceMs === undefined) seenEarly.add(answer);
      else lagsMs.push(now() - sinceMs);
      acknowledgedAtMs.delete(answer);
    },
    /** From the pupil's acknowledgement to the teacher's screen; 0 where the teacher was first. */
    lagsMs: (): readonly number[] => lagsMs,
    /** How many acknowledged answers no teacher has seen yet. */
    unseen: (): number => acknowledgedAtMs.size,
  };
}
