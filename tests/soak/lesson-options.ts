import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

/** What a run is made of. */
export interface LessonOptions {
  pupils: number;
  classes: number;
  minutes: number;
  /** The mean time between two answers of a pupil. */
  everySeconds: number;
  /** All pupils sign in within this time. */
  arriveSeconds: number;
  seed: string;
}

/** Reads the options from the command line. Throws where one cannot be used. */
export function readLessonOptions(): LessonOptions {
  const { values } = parseArgs({
    options: {
      pupils: { type: 'string', default: '1200' },
      classes: { type: 'string', default: '40' },
      minutes: { type: 'string', default: '10' },
      every: { type: 'string', default: '20' },
      arrive: { type: 'string', default: '30' },
      seed: { type: 'string', default: randomBytes(6).toString('hex') },
    },
  });
  const whole = (name: Exclude<keyof typeof values, 'seed'>, least: number, most: number) => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new RangeError(`--${name} is a whole number from ${least} to ${most}.`);
  };
  const classes = whole('classes', 1, 1_000);
  return {
    classes,
    pupils: whole('pupils', classes, 10_000),
    minutes: whole('minutes', 2, 120),
    everySeconds: whole('every', 1, 600),
    arriveSeconds: whole('arrive', 0, 600),
    seed: values.seed,
  };
}
