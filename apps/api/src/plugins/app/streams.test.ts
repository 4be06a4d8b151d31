import { beforeEach, describe, expect, it } from 'vitest';
import { boundStreams, type Streams } from './streams.ts';

let streams: Streams;
beforeEach(() => {
  streams = boundStreams({ most: 3, mostEach: 2 });
});

const codeOf = (whose: string) => {
  try {
    streams.begin(whose);
    return 'begun';
  } catch (error) {
    return error;
  }
};

describe('the streams of a process', () => {
  it('are so many for each person, who is told when to come again', () => {
    const end = streams.begin('a');
    streams.begin('a');
    expect(codeOf('a')).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 30 });
    expect(codeOf('b')).toBe('begun');
    end();
    expect(codeOf('a')).toBe('begun');
  });

  it('are so many in all', () => {
    for (const whose of ['a', 'b', 'c']) streams.begin(whose);
    expect(codeOf('d')).toMatchObject({ code: 'busy', retryAfterSeconds: 30 });
    expect(streams.open).toBe(3);
  });

  it('end once, however often that is said', () => {
    const end = streams.begin('a');
    streams.begin('a');
    end();
    end();
    expect(streams.open).toBe(1);
    expect(codeOf('a')).toBe('begun');
    expect(codeOf('a')).toMatchObject({ code: 'too-many-requests' });
  });
});
