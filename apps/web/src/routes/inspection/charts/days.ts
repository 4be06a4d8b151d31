const DAY = 86_400_000;

/** From one date that is written under the axis to the next, in percent of it. */
const ROOM = 38;

/** Over fewer days than these, a month says too little. */
const FEW_DAYS = 92;

/** A day as the contract writes it, such as `2026-12-03`, counted from 1970. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Where days stand between the first of them and the last, in percent; one alone in the middle. */
export function placesOfDays(days: readonly string[]): Map<string, number> {
  const numbers = days.map(dayNumber);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  return new Map(
    days.map((day) => [
      day,
      last === first ? 50 : ((dayNumber(day) - first) / (last - first)) * 100,
    ]),
  );
}

/** The days to write under the axis: the first, the last, and those that have room between. */
export function writtenDays(places: ReadonlyMap<string, number>): string[] {
  const ordered = [...places].sort(([, a], [, b]) => a - b);
  const last = ordered.at(-1);
  const written: [string, number][] = [];
  for (const [day, place] of ordered) {
    const isFree = place - (written.at(-1)?.[1] ?? -ROOM) >= ROOM;
    if (isFree && (day === last?.[0] || (last?.[1] ?? 0) - place >= ROOM)) {
      written.push([day, place]);
    }
  }
  return written.map(([day]) => day);
}

/** How to write days where there is little room: `sept. 2026`, or `3 sept.` where they are close. */
export function dayWriter(days: readonly string[], language: string): (day: string) => string {
  const numbers = days.map(dayNumber);
  const isClose = Math.max(...numbers) - Math.min(...numbers) < FEW_DAYS;
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'short',
    ...(isClose ? { day: 'numeric' } : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return (day) => written.format(dayNumber(day) * DAY);
}
