import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of draws: the same seed gives the same draws, for ever. */
export interface Random {
  /** A whole number between `from` and `to`, both included. */
  integer(from: number, to: number): number;
  /** A copy of the list in a drawn order (Fisher and Yates). */
  shuffle<Element>(list: readonly Element[]): Element[];
}

const lanes = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** 32 bits of a text, different in every lane. */
function hashLane(text: string, lane: number): number {
  let hash = lane ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), lane);
    hash = (hash << 13) | (hash >>> 19);
  }
  return mix(hash) | 0;
}

/** Draws from a text seed: 128 bits of it start a xoroshiro128+ generator. */
export function seededRandom(seed: string): Random {
  const state = lanes.map((lane) => hashLane(seed, lane));
  const generator = xoroshiro128plusFromState(
    state.every((part) => part === 0) ? [...lanes] : state,
  );
  return {
    integer: (from, to) => uniformInt(generator, from, to),
    shuffle(list) {
      const shuffled: (typeof list)[number][] = [];
      for (const element of list) {
        const place = uniformInt(generator, 0, shuffled.length);
        shuffled.push(element);
        const displaced = shuffled[place];
        if (displaced === undefined) continue;
        shuffled[shuffled.length - 1] = displaced;
        shuffled[place] = element;
      }
      return shuffled;
    },
  };
}
