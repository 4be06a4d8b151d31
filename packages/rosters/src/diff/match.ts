import { type KeyedPupil, keyKinds, type KeyKind, nameKey, type PupilKeys } from './keys.ts';

/** A pupil whom the school has, as far as matching needs it. */
export interface KnownPupil {
  id: string;
  firstName: string;
  lastName: string;
  keys: PupilKeys;
}

/** Why a person has to say who a row is. */
export type Doubt =
  /** Two of its keys name different pupils. */
  | 'keys-disagree'
  /** Names and birth date are those of a pupil with another INE. */
  | 'other-ine'
  /** Somebody of that name is there, and nothing says whether it is the same. */
  | 'same-name'
  /** Two rows are the same pupil. */
  | 'two-rows';

export type Match<Known extends KnownPupil = KnownPupil> =
  | { kind: 'same'; row: KeyedPupil; pupil: Known }
  | { kind: 'new'; row: KeyedPupil }
  | { kind: 'doubtful'; row: KeyedPupil; why: Doubt; candidates: Known[] };

/**
 * Who of the school each row is. A name alone never makes two the same: it only makes a person be
 * asked. `decided` says, by a row's line, whom a person has said it is (`null`: somebody new).
 */
export function matchPupils<Known extends KnownPupil>(
  rows: readonly KeyedPupil[],
  known: readonly Known[],
  decided: ReadonlyMap<number, string | null> = new Map(),
): Match<Known>[] {
  const index = new KnownIndex(known);
  const matches = rows.map((row) => matchOne(row, index, decided));
  return withoutShared(matches);
}

class KnownIndex<Known extends KnownPupil> {
  readonly #byKey = new Map<string, Known[]>();
  readonly #byName = new Map<string, Known[]>();
  readonly byId = new Map<string, Known>();

  constructor(known: readonly Known[]) {
    for (const pupil of known) {
      this.byId.set(pupil.id, pupil);
      add(this.#byName, nameKey(pupil), pupil);
      for (const kind of keyKinds) {
        const key = pupil.keys[kind];
        if (key !== undefined) add(this.#byKey, `${kind} ${key}`, pupil);
      }
    }
  }

  withKey(kind: KeyKind, key: string): readonly Known[] {
    return this.#byKey.get(`${kind} ${key}`) ?? [];
  }

  ofName(name: string): readonly Known[] {
    return this.#byName.get(name) ?? [];
  }
}

function add<T>(to: Map<string, T[]>, key: string, value: T): void {
  const there = to.get(key);
  if (there) there.push(value);
  else to.set(key, [value]);
}

function matchOne<Known extends KnownPupil>(
  row: KeyedPupil,
  index: KnownIndex<Known>,
  decided: ReadonlyMap<number, string | null>,
): Match<Known> {
  const said = decided.get(row.line);
  if (said === null) return { kind: 'new', row };
  const chosen = said === undefined ? undefined : index.byId.get(said);
  if (chosen) return { kind: 'same', row, pupil: chosen };

  const found = new Set<Known>();
  /** By a number or an identifier, not by civil status alone. */
  const numbered = new Set<Known>();
  for (const kind of keyKinds) {
    const key = row.keys[kind];
    if (key === undefined) continue;
    for (const pupil of index.withKey(kind, key)) {
      found.add(pupil);
      if (kind !== 'civil') numbered.add(pupil);
    }
  }
  const [first] = found;
  if (first && found.size === 1) {
    return isOther(row.keys, first.keys)
      ? { kind: 'doubtful', row, why: 'other-ine', candidates: [first] }
      : { kind: 'same', row, pupil: first };
  }
  if (first) {
    // Others share names and birth date, as happens; this one alone has the numbers too.
    const [sure] = numbered;
    return sure && numbered.size === 1 && sure.keys.civil === row.keys.civil
      ? { kind: 'same', row, pupil: sure }
      : { kind: 'doubtful', row, why: 'keys-disagree', candidates: [...found] };
  }
  const namesakes = index.ofName(nameKey(row)).filter(({ keys }) => !isOther(row.keys, keys));
  return namesakes.length > 0
    ? { kind: 'doubtful', row, why: 'same-name', candidates: [...namesakes] }
    : { kind: 'new', row };
}

/** Whether two have an INE each, and not the same. */
const isOther = (a: PupilKeys, b: PupilKeys): boolean =>
  a.ine !== undefined && b.ine !== undefined && a.ine !== b.ine;

/**
 * Two rows for one pupil: neither is taken before a person has said which is right. And a namesake
 * who is somebody else's row is nobody to ask about.
 */
function withoutShared<Known extends KnownPupil>(matches: Match<Known>[]): Match<Known>[] {
  const times = new Map<string, number>();
  for (const match of matches) {
    if (match.kind === 'new' || (match.kind === 'doubtful' && match.why === 'same-name')) continue;
    const claimed = match.kind === 'same' ? [match.pupil] : match.candidates;
    for (const { id } of claimed) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return matches.map((match): Match<Known> => {
    if (match.kind === 'same' && (times.get(match.pupil.id) ?? 0) > 1) {
      return { kind: 'doubtful', row: match.row, why: 'two-rows', candidates: [match.pupil] };
    }
    if (match.kind !== 'doubtful' || match.why !== 'same-name') return match;
    const candidates = match.candidates.filter(({ id }) => !times.has(id));
    return candidates.length > 0 ? { ...match, candidates } : { kind: 'new', row: match.row };
  });
}
