import type { SittingProgress } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { countSittings, withNews } from './sittings.ts';

const sitting = (
  pupilId: string,
  state: SittingProgress['state'],
  answered = 0,
): SittingProgress => ({
  pupilId,
  name: pupilId,
  state,
  attemptId: null,
  answered,
  startedAt: null,
  lastAnswerAt: null,
  quickAnswers: 0,
});

describe('sittings that go on while one watches', () => {
  it('counts who is where', () => {
    expect(
      countSittings([
        sitting('a', 'working', 2),
        sitting('b', 'finished', 9),
        sitting('c', 'working', 1),
      ]),
    ).toEqual({ notStarted: 0, working: 2, finished: 1 });
  });

  it('takes what is further and keeps the order', () => {
    const known = [sitting('a', 'not-started'), sitting('b', 'working', 3)];
    expect(withNews(known, [sitting('b', 'working', 4)])).toEqual([
      sitting('a', 'not-started'),
      sitting('b', 'working', 4),
    ]);
    expect(withNews(known, [sitting('a', 'working')])[0]?.state).toBe('working');
    expect(withNews(known, [sitting('b', 'finished', 3)])[1]?.state).toBe('finished');
  });

  it('does not go back to an older report that arrives late', () => {
    const known = [sitting('a', 'working', 5)];
    expect(withNews(known, [sitting('a', 'working', 4)])).toEqual(known);
  });

  it('leaves out who is not of the class', () => {
    expect(withNews([sitting('a', 'working', 5)], [sitting('z', 'working', 1)])).toHaveLength(1);
  });
});
