import { parseArgs } from 'node:util';
import { makeBank } from './measurement/bank.ts';
import { prepareCalibration } from './measurement/em-time.ts';
import { prepareJoint } from './measurement/joint-time.ts';
import { jscatEngine } from './measurement/engines/jscat.ts';
import { ourEngine } from './measurement/engines/ours.ts';
import { stepMs } from './measurement/step-time.ts';
import { makePupils } from './measurement/pupils.ts';
import { median } from './median.ts';

const ROUNDS = 9;
const CALIBRATIONS = 3;
const STEPS = 20;
/** In a round, so that what is timed takes long beside the clock's own step. */
const OUR_SITTINGS = 100;
const PRIOR = { mean: 0, sd: 1.5 };
const BANK = { ladders: 25, levels: 8, itemsPerSkill: 5, seed: 'measurement' };

/**
 * `measurement [--rounds N]`: the time of one step of an adaptive test (the ability after an answer,
 * and the choice of the next of 1,000 two-parameter items) in the library jsCAT over ours, in turn,
 * several rounds; the ratio of the medians. Before it, what an answer costs that tells of sixteen
 * competences over one that tells of its own, and how long a calibration takes.
 */
export async function benchMeasurement(words: readonly string[]): Promise<number> {
  const rounds = readRounds(words);
  sayJoint(rounds);
  sayCalibration();
  const bank = makeBank(BANK);
  const [pupil] = makePupils(1, PRIOR, bank, 'measurement');
  if (!pupil) throw new Error('There is no pupil.');
  const ours = ourEngine(bank, PRIOR, STEPS, { informationAlone: false });
  const theirs = jscatEngine(bank, PRIOR, { copies: true });
  // What is compiled on the way is compiled before anything is timed.
  stepMs(ours, pupil, STEPS, OUR_SITTINGS);
  stepMs(theirs, pupil, STEPS, 1);

  const times = Array.from({ length: rounds }, (_, round) => {
    const our = stepMs(ours, pupil, STEPS, OUR_SITTINGS);
    const their = stepMs(theirs, pupil, STEPS, 1);
    console.log(
      `round ${round + 1}: ours ${microseconds(our)}, jsCAT ${microseconds(their)} a step`,
    );
    return { our, their };
  });
  const our = median(times.map((time) => time.our));
  const their = median(times.map((time) => time.their));
  console.log(
    `a step among ${bank.length} items, median of ${rounds}: ours ${microseconds(our)}, jsCAT ${microseconds(their)}`,
  );
  return their / our;
}

function sayJoint(rounds: number): void {
  const round = prepareJoint('joint');
  round();
  const times = Array.from({ length: rounds }, round);
  const single = median(times.map(({ singleMs }) => singleMs));
  const joint = median(times.map(({ jointMs }) => jointMs));
  console.log(
    `an answer taken in, median of ${rounds}: one competence ${microseconds(single)}, sixteen that share ${microseconds(joint)}: ${(joint / single).toFixed(2)} times`,
  );
}

function sayCalibration(): void {
  const round = prepareCalibration();
  const times = Array.from({ length: CALIBRATIONS }, round);
  const seconds = median(times.map((time) => time.seconds));
  console.log(
    `calibration, 2PL, 2,000 pupils x 40 items, median of ${CALIBRATIONS}: ${seconds.toFixed(2)} s, ${times[0]?.passes} passes`,
  );
}

const microseconds = (durationMs: number): string => `${(1000 * durationMs).toFixed(1)} µs`;

function readRounds(words: readonly string[]): number {
  const { values } = parseArgs({ args: [...words], options: { rounds: { type: 'string' } } });
  const rounds = Number(values.rounds ?? ROUNDS);
  if (!(Number.isInteger(rounds) && rounds > 0)) {
    throw new Error('Usage: npm run bench -- measurement [--rounds N]');
  }
  return rounds;
}
