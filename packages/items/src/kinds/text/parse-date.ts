import { type Day, isDay, isoDay, monthNumber, weekday, weekdays } from '../../template/dates.ts';
import { normaliseText } from './normalise.ts';

const inFigures = /^(?:le )?(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})$/;
const inWords = /^(?:le )?(?:([a-z]+) )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4}|\d{2})$/;

/**
 * The date a pupil typed, as `2026-03-14`: `14/03/2026`, `14 03 2026`, `14-3-26`, `14 mars 2026`,
 * `samedi 14 mars 2026`, `1er mars 2026`, `2026-03-14`. `null` where it names no day of the
 * calendar, or a weekday that is not that day's.
 */
export function parseDate(text: string): string | null {
  const typed = normaliseText(text);
  const figures = inFigures.exec(typed);
  if (figures) return iso(figures[3], figures[2], figures[1]);
  const reversed = yearFirst.exec(typed);
  if (reversed) return iso(reversed[1], reversed[2], reversed[3]);
  const words = inWords.exec(typed);
  if (!words) return null;
  const [, named, day, month = '', year] = words;
  const date = dayOf(year, String(monthNumber(month)), day);
  if (!date || (named !== undefined && !isWeekdayOf(named, date))) return null;
  return isoDay(date);
}

const isWeekdayOf = (name: string, day: Day) =>
  weekdays.some((known) => known === name) && weekday(day) === name;

function iso(year?: string, month?: string, day?: string): string | null {
  const date = dayOf(year, month, day);
  return date && isoDay(date);
}

function dayOf(year = '', month = '', day = ''): Day | null {
  const century = year.length === 2 ? 2000 : 0;
  const date = { year: century + Number(year), month: Number(month), day: Number(day) };
  return isDay(date) ? date : null;
}
