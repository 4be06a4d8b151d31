// Instants are told by the clocks of the reader's school (`timeZone`, an IANA name): the same on the
// server and in every browser.

/** How dates are written in a language of the screens: English as in Europe, day first. */
const written = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** The last day before an instant at which something closes, such as `mardi 3 décembre`. */
export function lastDayBefore(closesAt: string, language: string, timeZone: string): string {
  const before = new Date(new Date(closesAt).getTime() - 1);
  return dayNamed(before.toISOString(), language, timeZone);
}

/** The day of an instant that is not far, such as `mardi 3 décembre`. */
export function dayNamed(instant: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(written(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(new Date(instant));
}

/** A day, such as `3 décembre 2026`. */
export function dayOf(instant: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(written(language), {
    dateStyle: 'long',
    timeZone,
  }).format(new Date(instant));
}

/** The time of day, such as `10:32`. */
export function timeOf(instant: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(written(language), {
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
}

/** A day and a time, such as `3 décembre 2026 à 10:32`. */
export function momentOf(instant: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(written(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
}

/** The calendar day of a time zone at an instant, as date fields write it: `2026-12-03`. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/** This very moment, as the contract writes instants. */
export const instantNow = (): string => new Date().toISOString();
