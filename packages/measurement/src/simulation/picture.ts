import { type AbilityFigures, LEAST_PUPILS } from './by-ability.ts';
import { type PictureLanguage, type PictureWords, pictureWords } from './picture-words.ts';
import { area, axes, curve, escaped, key, type Plot, text } from './plot.ts';
import type { SimulationSummary } from './summary.ts';

export type { PictureLanguage };

/** A simulation to draw: of what, where its levels begin, what it found. */
export interface PictureSubject {
  readonly name: string;
  readonly cuts: readonly number[];
  readonly summary: SimulationSummary;
}

const WIDTH = 860;
const HEADER = 50;
const BLOCK = 410;
const PLOT = { width: 330, height: 220, below: 130 };

/**
 * Simulations as one SVG document: for each, by true ability, the bias with the band of the middle
 * 80% of errors, and the shares placed exactly and within one level. It needs nothing from outside
 * and keeps its own paper, so that it reads the same in print and on a dark page.
 */
export function simulationPicture(
  subjects: readonly PictureSubject[],
  language: PictureLanguage,
): string {
  const words = pictureWords[language];
  const height = HEADER + BLOCK * subjects.length;
  const sentences = subjects.map((subject) => sentencesOf(subject, words));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" lang="${language}" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escaped(words.title)}</title>`,
    `<desc id="description">${escaped(sentences.flat().join(' '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(words.cuts, `x="20" y="32"`),
    ...subjects.map((subject, i) => {
      const top = HEADER + BLOCK * i;
      const [heading = '', rest = ''] = sentences[i] ?? [];
      return [
        '<g>',
        text(heading, `x="20" y="${top + 16}" font-size="15" font-weight="600"`),
        text(rest, `x="20" y="${top + 38}"`),
        plotsOf(subject, words, top + PLOT.below),
        '</g>',
      ].join('\n');
    }),
    '</svg>\n',
  ].join('\n');
}

function sentencesOf({ name, summary }: PictureSubject, words: PictureWords): [string, string] {
  const { pupils, meanLength, exactLevel: exact, withinOneLevel: withinOne } = summary;
  const { rmse, bias } = summary;
  return words.sentences({ name, pupils, meanLength, exact, withinOne, rmse, bias });
}

function plotsOf({ cuts, summary }: PictureSubject, words: PictureWords, top: number): string {
  const drawn = summary.byAbility.filter(({ pupils }) => pupils >= LEAST_PUPILS);
  const [first, last] = [drawn.at(0), drawn.at(-1)];
  if (!first || !last || first === last)
    return text(words.tooFew(LEAST_PUPILS), `x="20" y="${top}"`);

  const x = { min: first.ability, max: last.ability };
  const most = Math.ceil(Math.max(1, ...drawn.flatMap((f) => [-f.lower80, f.upper80])));
  const size = { top, width: PLOT.width, height: PLOT.height, x };
  const errors: Plot = { ...size, left: 70, y: { min: -most, max: most } };
  const shares: Plot = { ...size, left: 500, y: { min: 0, max: 1 } };
  const along = (value: (figures: AbilityFigures) => number) =>
    drawn.map((figures) => ({ x: figures.ability, y: value(figures) }));
  const across = {
    xLabel: words.ability,
    xTicks: wholeNumbers(x.min, x.max).map((at) => ({ at, text: words.number(at, 0) })),
    marks: cuts
      .map((at, i) => ({ at, text: words.level(i + 2) }))
      .filter(({ at }) => at >= x.min && at <= x.max),
  };
  return [
    area(
      errors,
      along((f) => f.lower80),
      along((f) => f.upper80),
    ),
    axes(errors, {
      ...across,
      title: words.biasTitle,
      yLabel: words.biasAxis,
      yTicks: wholeNumbers(-most, most).map((at) => ({ at, text: words.number(at, 0) })),
    }),
    curve(
      errors,
      along((f) => f.bias),
      'whole',
    ),
    key(errors, [
      { sample: 'whole', text: words.bias },
      { sample: 'area', text: words.band },
    ]),
    axes(shares, {
      ...across,
      title: words.shareTitle,
      yLabel: words.shareAxis,
      yTicks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: words.percent(at, 0) })),
    }),
    curve(
      shares,
      along((f) => f.exactLevel),
      'whole',
    ),
    curve(
      shares,
      along((f) => f.withinOneLevel),
      'dashed',
    ),
    key(shares, [
      { sample: 'whole', text: words.exact },
      { sample: 'dashed', text: words.withinOne },
    ]),
  ].join('\n');
}

function wholeNumbers(min: number, max: number): number[] {
  const first = Math.ceil(min);
  return Array.from({ length: Math.floor(max) - first + 1 }, (_, i) => first + i);
}
