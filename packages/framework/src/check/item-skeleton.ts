import { exampleOf, type KindName } from '@jalon/items';
import { stringify } from 'yaml';
import type { Framework } from '../schema/framework.ts';
import type { Scale } from '../schema/scale.ts';

interface SkeletonRequest {
  competence: string;
  name: string;
  kind: KindName;
  descriptor: Framework['competences'][number]['descriptors'][number];
  scale: Scale;
}

/**
 * The text of an item's file to fill in: it passes every check as it is. `null` where the scale does
 * not say how sharply items of the kind separate.
 */
export function itemSkeleton({
  competence,
  name,
  kind,
  descriptor,
  scale,
}: SkeletonRequest): string | null {
  const { code, level, text } = descriptor;
  const discrimination = scale.discrimination[kind];
  if (discrimination === undefined) return null;
  return `id: ${competence}-${name}
version: 1
kind: ${kind}
language: fr
competence: '${competence}'
descriptor: ${code} # ${text}
level: ${level}
difficulty: { mean: ${scale.usualDifficulty[level]}, sd: 0.5 }
discrimination: ${String(discrimination)}
title: Un titre pour les listes
stimulus:
  - text: La situation, en une ou deux phrases.
prompt: La question ?
${stringify(exampleOf(kind)).trimEnd()}
feedback:
  correct: Oui, et pourquoi.
  incorrect: Ce qu'il fallait regarder.
`;
}
