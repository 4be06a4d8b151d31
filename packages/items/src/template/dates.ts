const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

export const weekdays = [
  'dimanche',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
] as const;

/** A calendar day; `month` counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;

const instantMs = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);

const dayOf = (ms: number): Day => {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Whether the calendar has this day, in the years 1000 to 9999. */
export function isDay(day: Day): boolean {
  if (!(day.year >= 1000 && day.year <= 9999)) return false;
  const same = dayOf(instantMs(day));
  return same.year === day.year && same.month === day.month && same.day === day.day;
}

/** The day of a date written `2026-03-14`; `null` where it is none. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

const padded = (value: number, length: number) => String(value).padStart(length, '0');

export const isoDay = ({ year, month, day }: Day): string =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

/** The day so many days later; `null` beyond the year 9999 or before the year 1000. */
export function addDays(day: Day, days: number): Day | null {
  const moved = dayOf(instantMs(day) + days * DAY_MS);
  return isDay(moved) ? moved : null;
}

/** `samedi`. */
export const weekday = (day: Day): string => weekdays[new Date(instantMs(day)).getUTCDay()] ?? '';

/** `14 mars 2026`, and `1er mars 2026`. */
export const longDate = ({ year, month, day }: Day): string =>
  `${day === 1 ? '1er' : String(day)} ${months[month - 1] ?? ''} ${String(year)}`;

/** `14/03/2026`. */
export const shortDate = ({ year, month, day }: Day): string =>
  `${padded(day, 2)}/${padded(month, 2)}/${padded(year, 4)}`;

/** The number of a month from its French name, cut or whole, without accents: `mars`, `fevr`. */
export function monthNumber(name: string): number | null {
  if (name.length < 3) return null;
  const found = months
    .map((month) => month.normalize('NFD').replace(/\p{M}/gu, ''))
    .flatMap((month, index) => (month.startsWith(name) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
