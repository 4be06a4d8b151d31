import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './event-blocks.ts';

const stream = ': quiet\n\nevent: sitting\ndata: {"a":1}\n\n: quiet\n\ndata: deux\n\n';

describe('a stream of server-sent events', () => {
  it('is read the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
        const heard: [string, string][] = [];
        const read = blocksOf((name, data) => heard.push([name, data]));
        let from = 0;
        for (const cut of [...cuts.toSorted((a, b) => a - b), stream.length]) {
          read(stream.slice(from, cut));
          from = cut;
        }
        expect(heard).toEqual([
          ['sitting', '{"a":1}'],
          ['message', 'deux'],
        ]);
      }),
    );
  });

  it('tells no event before it is whole', () => {
    const heard: string[] = [];
    blocksOf((name) => heard.push(name))('event: sitting\ndata: {}\n');
    expect(heard).toEqual([]);
  });
});
