/** Where a plot stands and what it spans; text is ready to be written into markup. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: { min: number; max: number };
  readonly y: { min: number; max: number };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Axes {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xTicks: readonly { at: number; text: string }[];
  readonly yTicks: readonly { at: number; text: string }[];
  /** Vertical dotted lines with a word above each. */
  readonly marks: readonly { at: number; text: string }[];
}

export type LineStyle = 'whole' | 'dashed';

const INK = '#1c2430';
const GRID = '#d5dae1';
const BLUE = '#1d4f91';
const BAND = '#c9daf0';

/** Text of a picture, which may hold any character. */
export const text = (content: string, attributes: string): string =>
  `<text ${attributes} fill="${INK}">${escaped(content)}</text>`;

export const escaped = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A plot's title, axes, ticks and marks. */
export function axes(plot: Plot, { title, xLabel, yLabel, xTicks, yTicks, marks }: Axes): string {
  const { left, top, width, height } = plot;
  const bottom = top + height;
  const middle = fixed(top + height / 2);
  return [
    text(title, `x="${left}" y="${top - 46}" font-size="15" font-weight="600"`),
    ...yTicks.flatMap(({ at, text: label }) => {
      const y = fixed(yOf(plot, at));
      return [
        `<line x1="${left}" y1="${y}" x2="${left + width}" y2="${y}" stroke="${at === 0 ? INK : GRID}"/>`,
        text(label, `x="${left - 6}" y="${y}" dy="4" text-anchor="end"`),
      ];
    }),
    ...xTicks.map(({ at, text: label }) =>
      text(label, `x="${fixed(xOf(plot, at))}" y="${bottom + 18}" text-anchor="middle"`),
    ),
    ...marks.flatMap(({ at, text: label }) => {
      const x = fixed(xOf(plot, at));
      return [
        `<line x1="${x}" y1="${top}" x2="${x}" y2="${bottom}" stroke="${INK}" stroke-dasharray="1 4"/>`,
        text(label, `x="${x}" y="${top - 5}" text-anchor="middle"`),
      ];
    }),
    text(xLabel, `x="${fixed(left + width / 2)}" y="${bottom + 38}" text-anchor="middle"`),
    text(
      yLabel,
      `x="${left - 46}" y="${middle}" text-anchor="middle" transform="rotate(-90 ${left - 46} ${middle})"`,
    ),
  ].join('\n');
}

/** A line through points, with a dot at each. */
export function curve(plot: Plot, points: readonly Point[], style: LineStyle): string {
  const path = points.map((point) => place(plot, point)).join(' ');
  const dashes = style === 'dashed' ? ' stroke-dasharray="7 4"' : '';
  return [
    `<polyline points="${path}" fill="none" stroke="${BLUE}" stroke-width="2.5"${dashes}/>`,
    ...points.map(
      ({ x, y }) =>
        `<circle cx="${fixed(xOf(plot, x))}" cy="${fixed(yOf(plot, y))}" r="3" fill="${style === 'dashed' ? '#ffffff' : BLUE}" stroke="${BLUE}" stroke-width="1.5"/>`,
    ),
  ].join('\n');
}

/** The area between two lines. */
export function area(plot: Plot, lower: readonly Point[], upper: readonly Point[]): string {
  const path = [...lower, ...upper.toReversed()].map((point) => place(plot, point)).join(' ');
  return `<polygon points="${path}" fill="${BAND}"/>`;
}

/** Samples of lines and areas with their words, in a row under a plot's title. */
export function key(
  plot: Plot,
  entries: readonly { sample: LineStyle | 'area'; text: string }[],
): string {
  const y = plot.top - 26;
  return entries
    .map(({ sample, text: label }, i) => {
      const x = plot.left + (i * plot.width) / entries.length;
      const drawn =
        sample === 'area'
          ? `<rect x="${x}" y="${y - 9}" width="26" height="12" fill="${BAND}"/>`
          : `<line x1="${x}" y1="${y - 4}" x2="${x + 26}" y2="${y - 4}" stroke="${BLUE}" stroke-width="2.5"${sample === 'dashed' ? ' stroke-dasharray="7 4"' : ''}/>`;
      return `${drawn}\n${text(label, `x="${x + 32}" y="${y}"`)}`;
    })
    .join('\n');
}

const xOf = ({ left, width, x }: Plot, at: number): number =>
  left + (width * (at - x.min)) / (x.max - x.min);

const yOf = ({ top, height, y }: Plot, at: number): number =>
  top + (height * (y.max - at)) / (y.max - y.min);

const place = (plot: Plot, { x, y }: Point): string =>
  `${fixed(xOf(plot, x))},${fixed(yOf(plot, y))}`;

const fixed = (value: number): string => value.toFixed(1);
