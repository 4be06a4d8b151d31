import type { Descriptor, DescriptorOutcome } from '@jalon/types';
import type { Engine } from '../engine.ts';
import type { ResponseRow } from './choose-item.ts';

/** How many descriptors to work on are named: a pupil takes in a few. */
const MOST_NEXT_STEPS = 3;

/** Points by descriptor, in the framework's order. */
export function outcomesByDescriptor(
  engine: Engine,
  rows: readonly ResponseRow[],
): DescriptorOutcome[] {
  const outcomes = new Map<string, DescriptorOutcome>();
  for (const row of rows) {
    const { descriptor: code } = engine.item(row.itemId, row.itemVersion).definition;
    const sum = outcomes.get(code) ?? {
      descriptor: engine.descriptor(code),
      points: 0,
      possible: 0,
    };
    outcomes.set(code, {
      ...sum,
      points: sum.points + row.points / row.possible,
      possible: sum.possible + 1,
    });
  }
  return [...outcomes.values()].sort((a, b) => (a.descriptor.code < b.descriptor.code ? -1 : 1));
}

/** Whether more was earned than lost. */
export const mostlyRight = ({ points, possible }: DescriptorOutcome): boolean =>
  points > possible / 2;

/** What was missed up to the next level first, then what that level holds and was not asked. */
export function nextSteps(
  descriptors: readonly Descriptor[],
  outcomes: readonly DescriptorOutcome[],
  level: number,
): Descriptor[] {
  const shown = new Set(outcomes.filter(mostlyRight).map(({ descriptor }) => descriptor.code));
  const missed = new Set(
    outcomes.filter((outcome) => !mostlyRight(outcome)).map(({ descriptor }) => descriptor.code),
  );
  const ahead = descriptors.filter(
    (descriptor) => descriptor.level <= level + 1 && !shown.has(descriptor.code),
  );
  const inReach = ahead.filter(({ code }) => missed.has(code));
  const further = ahead.filter(
    (descriptor) => !missed.has(descriptor.code) && descriptor.level > level,
  );
  return [...inReach, ...further].slice(0, MOST_NEXT_STEPS);
}
