const TIME_ZONE = 'Europe/Paris';

/** The instant at which a calendar day ends in the schools' time zone. */
export function endOfSchoolDay(day: string): Date {
  const nextMidnightUtc = new Date(`${day}T00:00:00Z`).getTime() + 86_400_000;
  // The offset at that midnight, found twice so that a change of hour on that very night is right.
  const first = nextMidnightUtc - offsetMs(new Date(nextMidnightUtc));
  return new Date(nextMidnightUtc - offsetMs(new Date(first)));
}

/** How far ahead of UTC the schools' clocks are at an instant, in milliseconds. */
function offsetMs(instant: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (!found?.[1]) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -1 : 1) * minutes * 60_000;
}
