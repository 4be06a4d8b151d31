import { beforeEach, describe, expect, it, vi } from 'vitest';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { replayResults } from '../replay.ts';
import { createRecentEvidence, evidenceOf } from './evidence.ts';

const { attempt } = people.own;
let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
beforeEach(async () => {
  services = await createTestServices();
  pupil = taking(services);
});

/** What the responses say, read and counted anew. */
async function counted() {
  const row = await pupil.row(attempt);
  const anew = { ...services, evidence: createRecentEvidence() };
  return evidenceOf(anew, row);
}

describe('what the responses of an attempt say', () => {
  it('is the same to the last bit kept from answer to answer as counted anew', async () => {
    for (const isRight of [true, false, true]) {
      await pupil.answer(attempt, isRight);
      expect(services.evidence.get(attempt)).toEqual(await counted());
    }
  });

  it('is not read again while the sitting goes on', async () => {
    await pupil.answer(attempt);
    const reads = ['responses', 'itemsSeen'] as const;
    const spies = reads.map((read) => vi.spyOn(services.store.read.attempts, read));
    for (let answers = 0; answers < 3; answers += 1) await pupil.answer(attempt);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it('is read again where another process took an answer meanwhile', async () => {
    const elsewhere = taking({ ...services, evidence: createRecentEvidence() });
    await pupil.answer(attempt, true);
    await elsewhere.answer(attempt, false);
    await pupil.answer(attempt, true);
    await elsewhere.finish(attempt);
    const items = (await pupil.responses(attempt)).map(({ itemId }) => itemId);
    expect(new Set(items).size).toBe(items.length);
    const { responses, differences } = await replayResults(services.store, services.engines);
    expect([responses, differences]).toEqual([items.length, []]);
  });

  it('is not changed by an answer that lost a race', async () => {
    const [one, other] = [
      await pupil.submission(attempt, true),
      await pupil.submission(attempt, false),
    ];
    await Promise.allSettled([pupil.send(attempt, one), pupil.send(attempt, other)]);
    expect(services.evidence.get(attempt)).toEqual(await counted());
  });

  it('is forgotten once the sitting has ended', async () => {
    await pupil.finish(attempt);
    expect(services.evidence.get(attempt)).toBeUndefined();
  });
});
