import { limits } from '../../contract.ts';
import type { Colour, Shape } from './contract.ts';
import type { DrawnZone, Hotspot } from './instantiate.ts';
import { groundAt } from './shapes.ts';

/** A zone that is smaller cannot be hit with a finger where the picture is shown at its smallest. */
const LEAST_ZONE = 32;

/** About how wide a letter is, for its size. */
const LETTER_WIDTH = 0.56;

/** What a text can be read on, in every theme. */
const readableOn: readonly Colour[] = ['paper', 'frame', 'sky', 'hill', 'ink'];

/** What is wrong with a drawn picture that its schema cannot tell. */
export const problems = ({ height, shapes, zones }: Hotspot): string[] => [
  ...zones.flatMap((zone) => zoneProblems(zone, height)),
  ...zones.flatMap((zone, index) =>
    zones
      .slice(index + 1)
      .filter((other) => overlap(zone, other))
      .map((other) => `The zones “${zone.text}” and “${other.text}” overlap.`),
  ),
  ...sameTexts(zones),
  ...shapes.flatMap((shape, index) => textProblems(shape, shapes.slice(0, index))),
];

function zoneProblems({ text, x, y, width, height }: DrawnZone, pictureHeight: number): string[] {
  const found: string[] = [];
  if (width < LEAST_ZONE || height < LEAST_ZONE) {
    found.push(`Make the zone “${text}” at least ${String(LEAST_ZONE)} wide and high.`);
  }
  if (x < 0 || y < 0 || x + width > limits.pictureWidth || y + height > pictureHeight) {
    found.push(`The zone “${text}” leaves the picture.`);
  }
  return found;
}

const overlap = (a: DrawnZone, b: DrawnZone) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function sameTexts(zones: readonly DrawnZone[]): string[] {
  const texts = zones.map(({ text }) => text.trim().toLowerCase());
  return zones
    .filter((_, index) => texts.indexOf(texts[index] ?? '') !== index)
    .map(({ text }) => `Two zones are called “${text}”.`);
}

function textProblems(shape: Shape, before: readonly Shape[]): string[] {
  if (shape.type !== 'text') return [];
  const { text, x, size, anchor } = shape;
  const ground = groundAt(before, shape);
  const width = text.length * size * LETTER_WIDTH;
  const start = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return [
    ...(readableOn.includes(ground) ? [] : [`“${text}” cannot be read on ${ground}.`]),
    ...(start < 0 || start + width > limits.pictureWidth ? [`“${text}” leaves the picture.`] : []),
  ];
}
