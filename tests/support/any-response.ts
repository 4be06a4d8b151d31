import type { PresentedItem, Response } from '@jalon/items/contract';
import type { Random } from '@jalon/measurement';

/** A response that fits an item as a pupil sees it, drawn at random: right only by luck. */
export function anyResponse(item: PresentedItem, random: Random): Response {
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[random.integer(0, list.length - 1)];
    if (chosen === undefined) throw new Error('Nothing to pick from.');
    return chosen;
  };
  // What every simulator takes, whatever its world.
  if ('world' in item) return { kind: item.kind, log: [{ do: 'restart' }] };
  switch (item.kind) {
    case 'choice':
      return { kind: 'choice', option: pick(item.options).id };
    case 'choices': {
      const chosen = item.options.filter(() => random.next() < 0.5);
      const options = chosen.length > 0 ? chosen : [pick(item.options)];
      return { kind: 'choices', options: options.map(({ id }) => id) };
    }
    case 'text':
      return { kind: 'text', text: item.as === 'date' ? '14 mars 2026' : 'je ne sais pas' };
    case 'number': {
      const value = String(random.integer(1, 500));
      return item.units
        ? { kind: 'number', value, unit: pick(item.units).id }
        : { kind: 'number', value };
    }
    case 'order': {
      const order = item.elements.map(({ id }) => id);
      return { kind: 'order', order: random.next() < 0.5 ? order : order.reverse() };
    }
    case 'match': {
      const free = item.right.map(({ id }) => id);
      const pairs: Record<string, string> = {};
      for (const { id } of item.left) {
        pairs[id] = free.splice(random.integer(0, free.length - 1), 1)[0] ?? pick(item.right).id;
      }
      return { kind: 'match', pairs };
    }
    case 'categorise': {
      const places: Record<string, string> = {};
      for (const { id } of item.elements) places[id] = pick(item.categories).id;
      return { kind: 'categorise', places };
    }
    case 'inline': {
      const chosen: Record<string, string> = {};
      for (const { id, options } of item.gaps) chosen[id] = pick(options).id;
      return { kind: 'inline', chosen };
    }
    case 'gaps': {
      const typed: Record<string, string> = {};
      for (const { id } of item.gaps) typed[id] = 'une réponse';
      return { kind: 'gaps', typed };
    }
    case 'select': {
      const parts = item.segments.filter((segment) => 'id' in segment);
      return { kind: 'select', parts: [pick(parts).id] };
    }
    case 'hotspot':
      return { kind: 'hotspot', zones: [pick(item.zones).id] };
    case 'slider':
      return {
        kind: 'slider',
        place: 'range' in item.line ? item.line.range.min : pick(item.line.marks).at,
      };
    case 'formula':
      return { kind: 'formula', formula: '=B2+B3' };
  }
}
