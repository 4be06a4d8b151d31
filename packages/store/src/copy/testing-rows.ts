import { aResponse, anAttempt, idOf, seedSchool } from '../testing/rows.ts';
import type { Store } from '../store.ts';

export const here = { schoolId: idOf('s1') };

const step = { status: 'open', answered: 2, currentItemId: 'i', currentItemVersion: 1 } as const;
const next = { ...step, currentSeed: 's', ability: 0.1, standardError: 1 };

/** The school of the tests, with an attempt of its first pupil that has two responses. */
export async function seedAnswered(store: Store): Promise<void> {
  await seedSchool(store);
  await store.write(
    store.change.addAttempt(anAttempt({ answered: 2 })),
    store.change.addResponse(aResponse()),
    store.change.addResponse(aResponse({ ordinal: 2, clientKey: idOf('k2'), itemId: 'j' })),
  );
}

/** One more answer to that attempt. */
export async function answer(store: Store, ordinal: number) {
  const at = { lastAnswerAt: new Date(ordinal), finishedAt: null };
  await store.write(
    store.change.addResponse(aResponse({ ordinal, clientKey: idOf(`k${ordinal}`) })),
    store.change.advanceAttempt(
      { ...here, attemptId: idOf('a1') },
      { ...next, ...at, answered: ordinal, usedMs: ordinal * 1_000 },
    ),
  );
}

/** Another school, with one class and a pupil. */
export async function addSecondSchool(store: Store, { uai = '0380002B', id = idOf('s2') } = {}) {
  const { change } = store;
  await store.write(
    change.addSchools({ id, uai, name: 'Deux', department: '38' }),
    change.addClasses({
      ...{ schoolId: id, id: idOf('c3'), name: '6C', yearGroup: '6e', schoolYear: '2026-2027' },
    }),
    change.addPupils({
      ...{ schoolId: id, id: idOf('p3'), classId: idOf('c3'), firstName: 'C', lastName: 'C' },
    }),
  );
}
