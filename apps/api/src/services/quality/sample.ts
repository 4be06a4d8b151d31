import {
  type ItemAnswer,
  qualitySitting,
  type QualitySitting,
  seededRandom,
} from '@jalon/measurement';
import type { Store, StoreReads } from '@jalon/store';
import { qualityAttribute } from '@jalon/types';
import { z } from 'zod';
import { type Engine, itemKey } from '../engine.ts';

type AnswerRow = Awaited<ReturnType<StoreReads['quality']['answers']>>[number];

/** Sittings of a competence, and what of them is looked at. */
export interface Sample {
  /** Pupils with a result: all of them, also those whose sittings were not drawn. */
  pupils: number;
  sittings: readonly QualitySitting[];
  /** The answers of these sittings to each item, by `id@version`. */
  answers: ReadonlyMap<string, readonly ItemAnswer[]>;
}

/** What is held of a competence at once: some 8 MB, and an item judged in a fraction of a second. */
export const MOST_SITTINGS = 5_000;
const ATTEMPTS_A_PAGE = 200;

/** Sums that were rounded may be a hair out. */
const keptProbabilities = z
  .array(z.number().transform((kept) => Math.min(1, Math.max(0, kept))))
  .nullable();
const attributes = qualityAttribute.options;

/**
 * Draws sittings of a competence from those of all schools, each as likely as any other (Vitter 1985,
 * algorithm R), reading a page of them at a time; `breathe` is waited for after each page. The same
 * sittings give the same draw.
 */
export async function sampleSittings(
  store: Store,
  engine: Engine,
  competence: string,
  { most = MOST_SITTINGS, breathe }: { most?: number; breathe: () => Promise<void> },
): Promise<Sample> {
  const { version } = engine.reference;
  const random = seededRandom(`quality ${version} ${competence}`);
  const drawn: Drawn[] = [];
  let seen = 0;
  let pupils = 0;
  let after: AnswerRow | null = null;
  for (;;) {
    const rows: AnswerRow[] = await store.read.quality.answers(
      { releaseVersion: version, competence },
      after,
      ATTEMPTS_A_PAGE,
    );
    after = rows.at(-1) ?? null;
    if (after === null) break;
    for (const own of Map.groupBy(rows, attemptOf).values()) {
      const [first] = own;
      if (!first) continue;
      seen += 1;
      if (first.probabilities !== null) pupils += 1;
      const place = seen <= most ? seen - 1 : random.integer(0, seen - 1);
      if (place < most) drawn[place] = sittingOf(engine, first, own);
    }
    await breathe();
  }
  return {
    pupils,
    sittings: drawn.map(({ sitting }) => sitting),
    answers: byItem(drawn),
  };
}

interface Drawn {
  sitting: QualitySitting;
  answers: { key: string; answer: ItemAnswer }[];
}

const attemptOf = ({ schoolId, attemptId }: AnswerRow): string => `${schoolId} ${attemptId}`;

function sittingOf(engine: Engine, first: AnswerRow, rows: readonly AnswerRow[]): Drawn {
  const observed = rows.map((row) => ({ row, observation: engine.observation(row) }));
  const sitting = qualitySitting(
    { mean: first.priorMean, sd: first.priorSd },
    observed.map(({ observation }) => observation),
    {
      attributes: Object.fromEntries(attributes.map((name) => [name, first[name]])),
      levels: keptProbabilities.parse(first.probabilities),
    },
  );
  return {
    sitting,
    answers: observed.map(({ row, observation: { score } }) => ({
      key: itemKey(row.itemId, row.itemVersion),
      answer: { score, answeredAt: row.answeredAt.getTime(), sitting },
    })),
  };
}

function byItem(drawn: readonly Drawn[]): Map<string, ItemAnswer[]> {
  const items = new Map<string, ItemAnswer[]>();
  for (const { key, answer } of drawn.flatMap(({ answers }) => answers)) {
    const same = items.get(key);
    if (same) same.push(answer);
    else items.set(key, [answer]);
  }
  return items;
}
