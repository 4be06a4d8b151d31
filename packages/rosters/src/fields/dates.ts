const FRENCH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})/;

/** A day that exists, as `YYYY-MM-DD`; `null` otherwise. Reads `31/12/2015` and `2015-12-31`. */
export function readDay(text: string): string | null {
  const french = FRENCH.exec(text);
  const iso = ISO.exec(text);
  const [year, month, day] = french
    ? [french[3], french[2], french[1]].map(Number)
    : iso
      ? [iso[1], iso[2], iso[3]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : null;
}

/** A day as French readers write it, `31/12/2015`. */
export const frenchDay = (day: string): string => day.split('-').reverse().join('/');

/** The school year that begins in a calendar year: `2026-2027`. */
export const schoolYearFrom = (year: number): string => `${year}-${year + 1}`;

/** The month, from 1, in which one school year gives way to the next. */
const FIRST_MONTH = 8;

/** The school year that a day (`YYYY-MM-DD`) is in: files of the next one come from August on. */
export function schoolYearOf(day: string): string {
  const [year, month] = day.split('-').map(Number);
  if (year === undefined || month === undefined) throw new RangeError(`${day} is not a day.`);
  return schoolYearFrom(month >= FIRST_MONTH ? year : year - 1);
}
