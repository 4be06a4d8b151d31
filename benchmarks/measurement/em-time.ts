import { calibrate } from '../../packages/measurement/src/calibration/calibrate.ts';
import { makeBank } from './bank.ts';
import { makePupils } from './pupils.ts';

const PUPILS = 2_000;
const BANK = { ladders: 5, levels: 8, itemsPerSkill: 1, seed: 'calibration' };
const POPULATION = { mean: 0, sd: 1 };

/** What a calibration took, in seconds and passes over the answers. */
export interface CalibrationTime {
  readonly seconds: number;
  readonly passes: number;
}

/** Makes what one round times: 2,000 pupils who each answered 40 items, calibrated anew. */
export function prepareCalibration(): () => CalibrationTime {
  const bank = makeBank(BANK);
  const rows = makePupils(PUPILS, POPULATION, bank, BANK.seed).map(({ isRight }) =>
    bank.map((item) => (isRight(item) ? 1 : 0)),
  );
  const responses = { rows, maxScores: bank.map(() => 1) };
  return () => {
    const startedMs = performance.now();
    const { passes } = calibrate({ model: '2pl', responses });
    return { seconds: (performance.now() - startedMs) / 1000, passes };
  };
}
