import { readFileSync } from 'node:fs';
import { calibrate, type CalibrationModel, MeasurementError } from '@jalon/measurement';
import { readArguments } from './arguments.ts';
import { scoreMethods, scoreRows } from './calibrate-scores.ts';
import { readResponseFile, ResponseFileMistake } from './calibrate-table.ts';
import { stop, usage } from './stop.ts';

const models: readonly CalibrationModel[] = ['rasch', '1pl', '2pl', 'gpcm'];
const howTo = `Usage: npm run calibrate -- FILE.csv --model ${models.join('|')} [--points N] [--scores ${scoreMethods.join('|')}]

Prints JSON: { model, logLik, items: [{ name, a, b, seA, seB }], scores: [{ theta, se }] }. For gpcm
b and seB are lists, one entry a step. A figure that there is none of is null. Where answers only say
that an ability lies beyond theta, se is null and "unbounded" is "above" or "below".`;

/** An item of more points is sooner a column that is no item. */
const LARGEST_SCORE = 100;

const { positionals, values } = readArguments(
  {
    model: { type: 'string' },
    points: { type: 'string' },
    scores: { type: 'string', default: 'eap' },
  },
  howTo,
);
const [file, ...rest] = positionals;
const model = models.find((known) => known === values.model);
const method = scoreMethods.find((known) => known === values.scores);
if (file === undefined || rest.length > 0 || !model || !method) usage(howTo);
if (values.points !== undefined && !/^[1-9][0-9]{0,3}$/.test(values.points)) {
  usage(`--points takes a whole number from 5 to 2001.\n${howTo}`);
}

try {
  const { names, table } = readResponseFile(readText(file), model === 'gpcm' ? LARGEST_SCORE : 1);
  const { logLikelihood, items, problems } = calibrate({
    model,
    responses: table,
    ...(values.points === undefined ? {} : { points: Number(values.points) }),
  });
  for (const { item, message } of problems) {
    console.error(item === undefined ? message : `${names[item] ?? ''}: ${message}`);
  }
  if (problems.some(({ code }) => code === 'not-converged')) process.exit(1);
  console.log(
    JSON.stringify(
      {
        model,
        logLik: logLikelihood,
        items: items.map((item, index) => ({
          name: names[index],
          a: item.discrimination,
          b: oneOrAll(model, item.steps),
          seA: item.discriminationSe ?? null,
          seB: oneOrAll(
            model,
            item.stepSes.map((se) => se ?? null),
          ),
        })),
        scores: scoreRows(table.rows, items, method),
      },
      null,
      2,
    ),
  );
} catch (error) {
  if (error instanceof ResponseFileMistake || error instanceof MeasurementError) {
    stop(error.message);
  }
  throw error;
}

function oneOrAll<T>(fitted: CalibrationModel, steps: readonly T[]): T | readonly T[] | null {
  return fitted === 'gpcm' ? steps : (steps[0] ?? null);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return stop(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
