import { frenchDay, readDay, schoolYearOf } from './fields/dates.ts';
import { readIne } from './fields/ine.ts';
import { hasLostLetters, isClassName, isFormula, isPersonName, tidy } from './fields/names.ts';
import { joinYearGroups } from './fields/year-groups.ts';
import { findDuplicates } from './duplicates.ts';
import { rosterLimits } from './limits.ts';
import { compareClasses } from './order.ts';
import { type ProblemCode } from './problem-codes.ts';
import { type Problem, problem, UnreadableRoster } from './problems.ts';
import type { Roster, RosterClass, RosterFormat, RosterPupil, SetAside } from './roster.ts';

/** Where pupils without a class are put. */
export const noClass = 'Sans classe';

/** A row as a format's reader found it: text as written, `''` where there is nothing. */
export interface RawPupil {
  line: number;
  file?: string;
  firstName: string;
  birthName: string;
  usedName: string;
  birthDate: string;
  ine: string;
  /** `null` where the format has none. */
  sourceId: string | null;
  className: string;
  groups: string[];
  yearGroup: string | null;
  leftOn: string;
}

export interface BuilderOptions {
  format: RosterFormat;
  /** The day it is, `YYYY-MM-DD`: who left later than it is still there. */
  today: string;
  /** What must be there besides the names. */
  needs: 'birth-date' | 'source-id' | 'any-identity';
  /** How the format calls what a sentence names. */
  words: { birthDate: string; leftOn: string; firstName: string; lastName: string; class: string };
}

/** What of a row says who it is. */
type ReadNames = Pick<
  RosterPupil,
  'firstName' | 'lastName' | 'birthName' | 'birthDate' | 'ine' | 'sourceId'
>;

/** Makes a roster of rows: takes those that are whole, sets aside the others, and says why. */
export class RosterBuilder {
  readonly #options: BuilderOptions;
  readonly #pupils: RosterPupil[] = [];
  readonly #setAside: SetAside[] = [];
  readonly #problems: Problem[] = [];
  #rows = 0;

  constructor(options: BuilderOptions) {
    this.#options = options;
  }

  /** Notes what is no fault of a row. */
  note(found: Problem): void {
    this.#problems.push(found);
  }

  /** Takes a row, or sets it aside. */
  take(raw: RawPupil): void {
    this.#rows += 1;
    if (this.#rows > rosterLimits.pupils) {
      const limit = String(rosterLimits.pupils);
      throw new UnreadableRoster(problem('too-many-pupils', raw.line, { limit }, raw.file));
    }
    const read = this.#read(raw);
    const faults = this.#faults(raw, read);
    if (faults.length > 0) {
      this.#problems.push(...faults);
      this.#setAside.push(read);
      return;
    }
    const say = (code: ProblemCode, about: Problem['about']) =>
      this.#problems.push(problem(code, raw.line, about, raw.file));
    const name = fullName(read);
    if (raw.ine !== '' && read.ine === null) say('wrong-ine', { value: raw.ine });
    const leftOn = raw.leftOn === '' ? null : readDay(raw.leftOn);
    const hasLeft = leftOn !== null && leftOn <= this.#options.today;
    if (hasLeft) say('has-left', { name, date: frenchDay(leftOn) });
    else if (raw.className === '') say('no-class', { name, noClass });
    this.#pupils.push({
      line: raw.line,
      ...read,
      className: raw.className === '' ? null : tidy(raw.className),
      groups: [...new Set(raw.groups.map(tidy).filter((group) => group !== ''))].sort(),
      yearGroup: raw.yearGroup,
      leftOn: hasLeft ? leftOn : null,
    });
  }

  /** The roster of all rows. */
  finish({ schoolYear, isComplete }: Pick<Roster, 'schoolYear' | 'isComplete'>): Roster {
    const { kept, aside, problems } = findDuplicates(this.#pupils);
    this.#setAside.push(...aside);
    this.#problems.push(...problems);
    const present = kept.filter(({ leftOn }) => leftOn === null);
    if (present.length === 0) this.#problems.push(problem('no-pupils', 1));
    if (schoolYear !== null && schoolYear < schoolYearOf(this.#options.today)) {
      this.#problems.push(problem('past-year', 1, { year: schoolYear }));
    }
    const classes = classesOf(present);
    for (const { name, kind, yearGroup } of classes) {
      const first = present.find(({ className }) => className === name);
      if (kind === 'class' && yearGroup === null && first) {
        this.#problems.push(problem('unknown-year-group', first.line, { name }));
      }
    }
    this.#problems.sort((a, b) => a.line - b.line);
    return {
      format: this.#options.format,
      ...{ schoolYear, isComplete },
      pupils: kept,
      classes,
      setAside: this.#setAside,
      problems: this.#problems,
    };
  }

  #read(raw: RawPupil): ReadNames {
    const birthName = tidy(raw.birthName);
    const usedName = tidy(raw.usedName);
    return {
      firstName: tidy(raw.firstName),
      lastName: usedName === '' ? birthName : usedName,
      birthName: birthName === '' ? usedName : birthName,
      birthDate: raw.birthDate === '' ? null : readDay(raw.birthDate),
      ine: raw.ine === '' ? null : readIne(raw.ine),
      sourceId: raw.sourceId === null || raw.sourceId === '' ? null : tidy(raw.sourceId),
    };
  }

  /** Why a row cannot be taken. */
  #faults(raw: RawPupil, read: ReadNames): Problem[] {
    const { words, needs, format } = this.#options;
    const found: Problem[] = [];
    const say = (code: ProblemCode, about: Problem['about'] = {}) =>
      found.push(problem(code, raw.line, about, raw.file));
    const shown = [
      { value: raw.firstName, column: words.firstName, is: isPersonName, as: 'wrong-name' },
      { value: raw.birthName, column: words.lastName, is: isPersonName, as: 'wrong-name' },
      { value: raw.usedName, column: words.lastName, is: isPersonName, as: 'wrong-name' },
      ...[raw.className, ...raw.groups].map(
        (value) => ({ value, column: words.class, is: isClassName, as: 'wrong-class' }) as const,
      ),
    ] as const;
    for (const { value, column, is, as } of shown) {
      if (value === '') continue;
      if (isFormula(value)) say('formula-cell', { value, column });
      else if (hasLostLetters(value)) say('unreadable-letters', { value });
      else if (!is(tidy(value))) say(as, { value });
    }
    const name = fullName(read);
    if (read.firstName === '') say('missing-first-name');
    if (tidy(raw.birthName) === '') say('missing-last-name');
    if (raw.birthDate !== '' && read.birthDate === null) {
      say('wrong-date', { value: raw.birthDate, column: words.birthDate });
    } else if (needs === 'birth-date' && read.birthDate === null) {
      say('missing-birth-date', { name });
    }
    if (needs === 'any-identity' && found.length === 0) {
      if (!read.birthDate && !read.ine && !read.sourceId) say('no-identity', { name });
    }
    if (raw.leftOn !== '' && readDay(raw.leftOn) === null) {
      say('wrong-date', { value: raw.leftOn, column: words.leftOn });
    }
    if (format === 'template' && raw.className === '') say('missing-class', { name });
    return found;
  }
}

const fullName = ({ firstName, lastName }: Pick<RosterPupil, 'firstName' | 'lastName'>): string =>
  tidy(`${firstName} ${lastName}`);

/** The classes and groups that pupils are in, by name, with the year groups of their pupils. */
function classesOf(pupils: readonly RosterPupil[]): RosterClass[] {
  const found = new Map<string, { kind: RosterClass['kind']; name: string; of: Set<string> }>();
  const count = (kind: RosterClass['kind'], name: string, yearGroup: string | null) => {
    const key = `${kind} ${name}`;
    const one = found.get(key) ?? { kind, name, of: new Set<string>() };
    if (yearGroup !== null) one.of.add(yearGroup);
    found.set(key, one);
  };
  for (const { className, groups, yearGroup } of pupils) {
    if (className !== null) count('class', className, yearGroup);
    for (const group of groups) count('group', group, yearGroup);
  }
  return [...found.values()]
    .map(({ kind, name, of }) => ({ kind, name, yearGroup: joinYearGroups(of) }))
    .sort(compareClasses);
}
