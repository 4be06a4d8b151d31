import type { Engine } from './engines/engine.ts';
import type { BenchPupil } from './pupils.ts';

/**
 * The mean time of a step, answer in and next item out, over sittings of so many steps; what starts
 * a sitting, its first choice included, is not counted.
 */
export function stepMs(engine: Engine, pupil: BenchPupil, steps: number, sittings: number): number {
  let totalMs = 0;
  for (let i = 0; i < sittings; i += 1) {
    const sitting = engine.sit(i);
    let item = sitting.next();
    const startedMs = performance.now();
    for (let step = 0; step < steps && item; step += 1) {
      sitting.answer(item, pupil.isRight(item));
      item = sitting.next();
    }
    totalMs += performance.now() - startedMs;
  }
  return totalMs / (sittings * steps);
}
