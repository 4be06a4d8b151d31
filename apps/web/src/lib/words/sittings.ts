import type { SittingProgress } from '@jalon/types';

/** How many of a class are where in an assessment. */
export interface SittingCounts {
  notStarted: number;
  working: number;
  finished: number;
}

/** Counts who is where. */
export function countSittings(sittings: readonly SittingProgress[]): SittingCounts {
  const countOf = (state: SittingProgress['state']) =>
    sittings.filter((sitting) => sitting.state === state).length;
  return {
    notStarted: countOf('not-started'),
    working: countOf('working'),
    finished: countOf('finished'),
  };
}

const rank = { 'not-started': 0, working: 1, finished: 2 } satisfies Record<
  SittingProgress['state'],
  number
>;

/**
 * The sittings with what is newly known of some of them. A sitting only ever goes on, so of two
 * reports the one that is further is the later, whichever arrived first.
 */
export function withNews(
  sittings: readonly SittingProgress[],
  news: readonly SittingProgress[],
): SittingProgress[] {
  const byPupil = new Map(news.map((sitting) => [sitting.pupilId, sitting]));
  return sittings.map((known) => {
    const heard = byPupil.get(known.pupilId);
    return heard && isFurther(heard, known) ? heard : known;
  });
}

const isFurther = (a: SittingProgress, b: SittingProgress): boolean =>
  a.answered > b.answered || (a.answered === b.answered && rank[a.state] > rank[b.state]);
