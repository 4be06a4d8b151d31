import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_MINIMUM_CELL, LEAST_VALUES } from './index.ts';
import { answerQuestion, type AtomCounts, type CohortAnswer, Journal } from './journal.ts';
import { type Attacker, createAttacker, valuesIn } from './testing/attacker.ts';
import { groupKey, knowledgeOfAnswers } from './testing/overlapping.ts';

const LEVELS = 3;

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});

/** Atoms named by letters, with a count for each level. */
const atomsOf = (counts: Record<string, readonly number[]>): AtomCounts =>
  new Map(Object.entries(counts));

const aCount = fc.oneof(fc.nat(10), fc.integer({ min: 11, max: 60 }), fc.constantFrom(0, 11, 12));

/** Some atoms, and questions about overlapping sets of them: many differ by little. */
const asked = fc.integer({ min: 3, max: 9 }).chain((size) => {
  const names = Array.from({ length: size }, (_, index) => `a${index}`);
  return fc.record({
    counts: fc
      .array(fc.array(aCount, { minLength: LEVELS, maxLength: LEVELS }), {
        minLength: size,
        maxLength: size,
      })
      .map((rows): AtomCounts => new Map(names.map((name, index) => [name, rows[index] ?? []]))),
    questions: fc.array(fc.subarray(names, { minLength: 1 }), { minLength: 20, maxLength: 20 }),
  });
});

const countIn = (counts: AtomCounts, atoms: readonly string[], level: number) =>
  atoms.reduce((sum, atom) => sum + (counts.get(atom)?.[level] ?? 0), 0);

/** Sets whose counts nobody should learn: atoms, cohorts, and what one has and another has not. */
function setsOf(counts: AtomCounts, answers: readonly CohortAnswer[]): (readonly string[])[] {
  const differences = answers.flatMap(({ atoms }) =>
    answers.flatMap(({ atoms: others }) => {
      const rest = atoms.filter((atom) => !others.includes(atom));
      return rest.length > 0 && rest.length < atoms.length ? [rest] : [];
    }),
  );
  const all = [
    ...[...counts.keys()].map((atom) => [atom]),
    ...answers.map(({ atoms }) => atoms),
    ...differences,
  ];
  return [...new Map(all.map((atoms) => [JSON.stringify(atoms), atoms])).values()];
}

/** The sets under the minimum that the answers bound more closely than they may. */
function exposedBy(counts: AtomCounts, answers: readonly CohortAnswer[]) {
  const sets = setsOf(counts, answers);
  const knowledge = knowledgeOfAnswers(counts, answers, sets, DEFAULT_MINIMUM_CELL);
  const small = sets.flatMap((atoms) =>
    Array.from({ length: LEVELS }, (_, level) => level)
      .filter((level) => countIn(counts, atoms, level) < DEFAULT_MINIMUM_CELL)
      .map((level) => groupKey(atoms, level)),
  );
  return [...attacker.rangesOf(small, knowledge)].filter(
    ([key, range]) =>
      valuesIn(range) < LEAST_VALUES + 2 &&
      valuesIn(attacker.wholeRangeOf(key, knowledge)) < LEAST_VALUES,
  );
}

describe('a journal of answers', { timeout: 120_000 }, () => {
  it('tells counts from the minimum up, rounded, and the total where it tells every level', () => {
    const journal = new Journal(atomsOf({ a: [12, 30, 41], b: [4, 30, 20] }));
    expect(journal.ask(['a'])).toEqual({ atoms: ['a'], total: 85, levels: [10, 30, 40] });
    expect(journal.ask(['b'])).toEqual({ atoms: ['b'], total: null, levels: [null, 30, 20] });
  });

  it('does not tell what one cohort has and a smaller one has not', () => {
    const journal = new Journal(atomsOf({ a: [40], b: [40], c: [3] }));
    expect(journal.ask(['a', 'b', 'c']).levels).toEqual([85]);
    expect(journal.ask(['a', 'b']).levels).toEqual([null]);
    expect(journal.ask(['a']).levels).toEqual([40]);
    expect(journal.ask(['b']).levels).toEqual([null]);
  });

  it('does not tell what follows from three and from four cohorts together', () => {
    const three = new Journal(atomsOf({ a: [30], b: [5], c: [30] }));
    expect(three.ask(['a', 'b']).levels).toEqual([35]);
    expect(three.ask(['b', 'c']).levels).toEqual([35]);
    expect(three.ask(['a', 'b', 'c']).levels).toEqual([null]);
    const four = new Journal(atomsOf({ a: [20], b: [30], c: [40], d: [2] }));
    expect(four.ask(['a', 'b', 'd']).levels).toEqual([50]);
    expect(four.ask(['b', 'c', 'd']).levels).toEqual([70]);
    expect(four.ask(['a', 'c', 'd']).levels).toEqual([60]);
    expect(four.ask(['a', 'b', 'c']).levels).toEqual([null]);
  });

  it('tells a sum of small atoms that reaches the minimum, but not how they differ', () => {
    const journal = new Journal(atomsOf({ a: [8], b: [8], c: [8], d: [9] }));
    expect(journal.ask(['a', 'b']).levels).toEqual([15]);
    expect(journal.ask(['c', 'd']).levels).toEqual([15]);
    expect(journal.ask(['a', 'c']).levels).toEqual([null]);
    expect(journal.ask(['a', 'b', 'c', 'd']).levels).toEqual([35]);
  });

  it('gives the same answer again, whatever was asked between and after it was kept', () => {
    fc.assert(
      fc.property(asked, ({ counts, questions }) => {
        const journal = new Journal(counts);
        const first = questions.map((cohort) => journal.ask(cohort));
        expect(questions.map((cohort) => journal.ask(cohort.toReversed()))).toEqual(first);
        const again = new Journal(counts, journal.answers.toReversed());
        expect(questions.map((cohort) => again.ask(cohort))).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it('is a function of the answers kept and the question', () => {
    fc.assert(
      fc.property(asked, ({ counts, questions }) => {
        const journal = new Journal(counts);
        let kept: readonly CohortAnswer[] = [];
        for (const cohort of questions) {
          const answer = answerQuestion(counts, kept, cohort);
          expect(answer).toEqual(journal.ask(cohort));
          kept = [...kept.filter(({ atoms }) => String(atoms) !== String(answer.atoms)), answer];
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets no set under the minimum be bounded by twenty overlapping cohorts, in any order', () => {
    fc.assert(
      fc.property(asked, ({ counts, questions }) => {
        for (const order of [questions, questions.toReversed()]) {
          const journal = new Journal(counts);
          for (const cohort of order) journal.ask(cohort);
          expect(exposedBy(counts, journal.answers)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
