import { endOfDayEverywhere } from '../assessments/school-day.ts';

/** How long things are kept where no setting says so. */
export const LOOKS_KEPT_MONTHS = 12;
export const JOBS_KEPT_DAYS = 30;

/**
 * The last day on which the pupils of a school year are kept, such as `2029-08-31` for `2026-2027`
 * and 24 months: a school year ends on 31 August. `null` where the year is none.
 */
export function lastDayKept(schoolYear: string, keepMonths: number): string | null {
  const found = /^(\d{4})-(\d{4})$/.exec(schoolYear);
  const [, first, second] = found ?? [];
  if (!second || Number(second) !== Number(first) + 1) return null;
  return monthsLater(`${second}-08-31`, keepMonths);
}

/**
 * Whether the pupils of a school year have been kept long enough, by the clocks of every school. A
 * year that is none is kept.
 */
export function isKeptLongEnough(schoolYear: string, keepMonths: number, now: Date): boolean {
  const last = lastDayKept(schoolYear, keepMonths);
  return last !== null && endOfDayEverywhere(last) <= now;
}

/** The instant as many months before another, by the calendar of UTC. */
export function monthsBefore(instant: Date, months: number): Date {
  const day = monthsLater(instant.toISOString().slice(0, 10), -months);
  return new Date(day + instant.toISOString().slice(10));
}

/** The day as many months after another; the month's last where it has no such day. */
function monthsLater(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(from.getUTCDate(), lastOfMonth);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
