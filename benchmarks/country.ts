import { parseArgs } from 'node:util';
import { readInputs } from './country/inputs.ts';
import { measureCountry } from './country/measure.ts';
import { planCountry } from './country/model.ts';
import { assumedText, measuredText, planText } from './country/text.ts';

const RESPONSES = 3_000_000;

/**
 * `country [--responses N]`: what 12 million pupils, 2 billion responses a year and 500 000 pupils
 * at once would take, from rows, processor time and write-ahead log measured on a PostgreSQL that
 * holds so many responses, and from `country/inputs.json`.
 */
export async function benchCountry(words: readonly string[]): Promise<null> {
  const { values } = parseArgs({
    args: [...words],
    options: { responses: { type: 'string' } },
  });
  const inputs = readInputs(new URL('country/inputs.json', import.meta.url));
  const measured = await measureCountry(Number(values.responses ?? RESPONSES));
  console.log('Measured\n');
  console.log(measuredText(measured));
  console.log('\nSupposed\n');
  console.log(assumedText(inputs));
  console.log('\nWhat follows\n');
  console.log(planText(planCountry(measured, inputs), inputs));
  return null;
}
