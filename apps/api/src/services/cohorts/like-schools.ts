import { UNKNOWN } from './attributes.ts';
import type { Part, Place } from './places.ts';

const attributes = ['type', 'sector', 'priority', 'setting', 'size'] as const;

/**
 * What a school is compared with: the whole territory, and the schools of it that are like the
 * school in one thing that the directory says. All of these are told of elsewhere as well, so that
 * comparing tells nothing more.
 */
export function likePartsOf(school: Place, territory: Place): Part[] {
  const [one] = school.schools;
  if (!one || territory.id === school.id) return [];
  const whole = { ...territory, group: { code: territory.id, name: territory.group.name } };
  return [
    whole,
    ...attributes.flatMap((attribute) =>
      (territory.partings.get(attribute) ?? []).flatMap((part) =>
        part.group.code !== UNKNOWN && part.schools.includes(one)
          ? [{ ...part, group: { code: `${attribute}:${part.group.code}`, name: null } }]
          : [],
      ),
    ),
  ];
}
