import { describe, expect, it } from 'vitest';
import { createSightings } from './sightings.ts';

describe('sightings of answers', () => {
  it('tell how long after the acknowledgement the teacher saw each', () => {
    let nowMs = 0;
    const sightings = createSightings(() => nowMs);
    sightings.acknowledged('a', 1);
    nowMs = 40;
    sightings.acknowledged('a', 2);
    expect(sightings.unseen()).toBe(2);
    sightings.seen('a', 1);
    nowMs = 60;
    sightings.seen('a', 2);
    expect(sightings.lagsMs()).toEqual([40, 20]);
    expect(sightings.unseen()).toBe(0);
  });

  it('count no lag where the teacher was first, and each answer once', () => {
    const sightings = createSightings(() => 5);
    sightings.seen('a', 1);
    sightings.acknowledged('a', 1);
    sightings.seen('a', 1);
    expect(sightings.lagsMs()).toEqual([0]);
    expect(sightings.unseen()).toBe(0);
  });
});
