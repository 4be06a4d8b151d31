import { schoolTimeZones } from '../time-zones.ts';

/** The instant at which a calendar day ends in a time zone (IANA name). */
export function endOfSchoolDay(day: string, timeZone: string): Date {
  const nextMidnightUtc = new Date(`${day}T00:00:00Z`).getTime() + 86_400_000;
  // The offset at that midnight, found twice so that a change of hour on that very night is right.
  const first = nextMidnightUtc - offsetMs(new Date(nextMidnightUtc), timeZone);
  return new Date(nextMidnightUtc - offsetMs(new Date(first), timeZone));
}

/** The instant at which a calendar day begins in a time zone (IANA name). */
export function startOfSchoolDay(day: string, timeZone: string): Date {
  const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000);
  return endOfSchoolDay(before.toISOString().slice(0, 10), timeZone);
}

/** The instant from which a calendar day is over in every school, wherever it is. */
export function endOfDayEverywhere(day: string): Date {
  const ends = schoolTimeZones.map((timeZone) => endOfSchoolDay(day, timeZone).getTime());
  return new Date(Math.max(...ends));
}

/** How far ahead of UTC the clocks of a time zone are at an instant, in milliseconds. */
function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (!found?.[1]) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -1 : 1) * minutes * 60_000;
}
