import type { SimulationSummary } from './simulate.ts';

/** A simulation's summary as a few lines for a person to read. */
export function simulationText(summary: SimulationSummary): string {
  const { stopped } = summary;
  return [
    `${summary.pupils} simulated pupils, ${summary.meanLength.toFixed(1)} items each on average`,
    `level: exact ${percent(summary.exactLevel)}, within one ${percent(summary.withinOneLevel)}; probability stated ${percent(summary.meanLevelProbability)}`,
    `ability: RMSE ${summary.rmse.toFixed(2)}, bias ${summary.bias.toFixed(2)}, mean standard error ${summary.meanStandardError.toFixed(2)} logits`,
    `80% intervals hold the truth: ${percent(summary.coverage80)}`,
    `an item is given to ${percent(summary.meanExposure)} of pupils on average, at most ${percent(summary.maxExposure)}`,
    `stopped: sure ${percent(stopped.sure)}, longest length ${percent(stopped.max)}, no item left ${percent(stopped.pool)}`,
    ...summary.byLevel.map(
      ({ level, pupils, exactLevel }) =>
        `true level ${level}: ${pupils} pupils${pupils > 0 ? `, exact ${percent(exactLevel)}` : ''}`,
    ),
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
