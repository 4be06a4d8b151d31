import {
  compileItem,
  createJointModel,
  marginal,
  seededRandom,
  standardGrid,
  startJoint,
  startPosterior,
  summarizePosterior,
  updateJoint,
  updatePosterior,
} from '@jalon/measurement';

const COMPETENCES = 16;
const CORRELATION = 0.6;
const PRIOR = { mean: 0, sd: 1.5 };
const ITEMS = 64;
const STEPS = 320;

/** Mean times of one answer taken in and its ability told, in milliseconds. */
export interface JointTimes {
  /** One competence by itself. */
  readonly singleMs: number;
  /** Sixteen competences that tell of one another. */
  readonly jointMs: number;
}

/** Makes what one round times: the same answers, competence after competence, one way and the other. */
export function prepareJoint(seed: string): () => JointTimes {
  const random = seededRandom(seed);
  const items = Array.from({ length: ITEMS }, () =>
    compileItem(
      {
        discrimination: 0.8 + random.next(),
        difficulty: 4 * random.next() - 2,
        difficultySd: 0,
      },
      standardGrid,
    ),
  );
  const answers = Array.from({ length: STEPS }, (_, step) => ({
    competence: step % COMPETENCES,
    observation: { item: pick(items, step), score: random.integer(0, 1) },
  }));
  const places = Array.from({ length: COMPETENCES }, (_, i) => i);
  const model = createJointModel({
    means: places.map(() => PRIOR.mean),
    sds: places.map(() => PRIOR.sd),
    correlations: places.map((i) => places.map((j) => (i === j ? 1 : CORRELATION))),
  });
  const alone = startPosterior(PRIOR);

  return () => {
    const posteriors = places.map(() => alone);
    const singleMs = timeMs(() => {
      for (const { competence, observation } of answers) {
        const updated = updatePosterior(posteriors[competence] ?? alone, observation);
        posteriors[competence] = updated;
        summarizePosterior(updated);
      }
    });
    let state = startJoint(model);
    const jointMs = timeMs(() => {
      for (const { competence, observation } of answers) {
        state = updateJoint(state, competence, observation);
        summarizePosterior(marginal(state, competence));
      }
    });
    return { singleMs: singleMs / STEPS, jointMs: jointMs / STEPS };
  };
}

function pick<T>(values: readonly T[], at: number): T {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

function timeMs(run: () => void): number {
  const startedMs = performance.now();
  run();
  return performance.now() - startedMs;
}
