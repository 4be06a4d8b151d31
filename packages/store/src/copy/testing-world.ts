import type { Store } from '../store.ts';
import { idOf } from '../testing/rows.ts';
import type { NewRow } from '../tables/index.ts';

/** Rows of a few schools, as random happenings leave them. */
export class World {
  readonly store: Store;
  readonly words: readonly string[];
  /** So that no two rows ever have the same id. */
  made = 0;
  schools: string[] = [];
  classes: NewRow<'schoolClass'>[] = [];
  staff: NewRow<'staff'>[] = [];
  pupils: NewRow<'pupil'>[] = [];
  attempts: NewRow<'attempt'>[] = [];
  taught: NewRow<'teaching'>[] = [];
  /** Staff to whom a row refers, who cannot go before it. */
  readonly givers = new Set<string>();
  tokens: NewRow<'refreshToken'>[] = [];
  jobs: NewRow<'job'>[] = [];

  constructor(store: Store, words: readonly string[]) {
    this.store = store;
    this.words = words;
  }

  newId(): string {
    return idOf(`row ${(this.made += 1)}`);
  }

  word(n: number): string {
    return this.words[n % this.words.length] ?? '';
  }
}
