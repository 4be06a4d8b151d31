import { type AbilityFigures, LEAST_PUPILS } from './by-ability.ts';
import type { SimulationSummary } from './summary.ts';

/** A simulation's summary as a few lines for a person to read. */
export function simulationText(summary: SimulationSummary): string {
  const { stopped, meanOverlap } = summary;
  const overlap =
    meanOverlap === null ? '' : `; two pupils have ${percent(meanOverlap)} of a test in common`;
  const lengths = summary.lengths.map(({ items, share }) => `${items}: ${percent(share)}`);
  return [
    `${summary.pupils} simulated pupils, ${summary.meanLength.toFixed(1)} items each on average (${lengths.join(', ')})`,
    `level: exact ${percent(summary.exactLevel)}, within one ${percent(summary.withinOneLevel)}; probability stated ${percent(summary.meanLevelProbability)}`,
    `ability: RMSE ${summary.rmse.toFixed(2)}, bias ${summary.bias.toFixed(2)}, mean standard error ${summary.meanStandardError.toFixed(2)} logits`,
    `80% intervals hold the truth: ${percent(summary.coverage80)}`,
    `an item is given to ${percent(summary.meanExposure)} of pupils on average, at most ${percent(summary.maxExposure)}; never given: ${percent(summary.neverGiven)} of items${overlap}`,
    `stopped: sure ${percent(stopped.sure)}, longest length ${percent(stopped.max)}, no item left ${percent(stopped.pool)}`,
    ...summary.byLevel.map(
      ({ level, pupils, exactLevel }) =>
        `true level ${level}: ${pupils} pupils${pupils > 0 ? `, exact ${percent(exactLevel)}` : ''}`,
    ),
    ...abilityTable(summary.byAbility),
  ].join('\n');
}

/** What the picture draws, in figures. */
function abilityTable(byAbility: readonly AbilityFigures[]): string[] {
  const told = byAbility.filter(({ pupils }) => pupils >= LEAST_PUPILS);
  if (told.length === 0) return [];
  const header = ['ability', 'pupils', 'bias', '80% of errors', 'RMSE', 'exact', 'within one'];
  return [header, ...told.map(abilityCells)].map((cells) =>
    cells.map((cell, i) => cell.padStart(COLUMN_WIDTHS[i] ?? 0)).join(''),
  );
}

const COLUMN_WIDTHS = [7, 8, 7, 16, 7, 9, 12];

const abilityCells = (figures: AbilityFigures): string[] => [
  figures.ability.toFixed(1),
  String(figures.pupils),
  figures.bias.toFixed(2),
  `${figures.lower80.toFixed(2)} to ${figures.upper80.toFixed(2)}`,
  figures.rmse.toFixed(2),
  percent(figures.exactLevel),
  percent(figures.withinOneLevel),
];

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
