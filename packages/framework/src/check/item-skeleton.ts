import type { Framework } from '../schema/framework.ts';
import type { Scale } from '../schema/scale.ts';

/** The kinds of item one can begin. */
export const skeletonKinds = ['choice', 'choices', 'text', 'number', 'order', 'match'] as const;
type SkeletonKind = (typeof skeletonKinds)[number];

const bodies: Record<SkeletonKind, string> = {
  choice: `options:
  - { text: La bonne réponse, key: true }
  - { text: Une erreur que l'on fait souvent, feedback: Pourquoi cela ne va pas. }
  - { text: Une autre erreur, feedback: Pourquoi cela ne va pas. }`,
  choices: `options:
  - { text: Une bonne réponse, key: true }
  - { text: Une autre bonne réponse, key: true }
  - { text: Une erreur, feedback: Pourquoi cela ne va pas. }
  - { text: Une autre erreur, feedback: Pourquoi cela ne va pas. }`,
  text: `answer: { as: text, accept: [la réponse] }
distractors:
  - { text: une erreur, feedback: Pourquoi cela ne va pas. }
  - { text: une autre erreur, feedback: Pourquoi cela ne va pas. }`,
  number: `answer: { value: 12, tolerance: 0 }
distractors:
  - { value: 21, feedback: Pourquoi cela ne va pas. }
  - { value: 10, feedback: Pourquoi cela ne va pas. }`,
  order: 'elements: [En premier, Ensuite, En dernier]',
  match: `pairs:
  - { left: À gauche, right: À droite }
  - { left: Une autre à gauche, right: Une autre à droite }
  - { left: Une troisième à gauche, right: Une troisième à droite }`,
};

interface SkeletonRequest {
  competence: string;
  name: string;
  kind: SkeletonKind;
  descriptor: Framework['competences'][number]['descriptors'][number];
  scale: Scale;
}

/** The text of an item's file to fill in: it passes every check as it is. */
export function itemSkeleton({ competence, name, kind, descriptor, scale }: SkeletonRequest) {
  const { code, level, text } = descriptor;
  return `id: ${competence}-${name}
version: 1
kind: ${kind}
language: fr
competence: '${competence}'
descriptor: ${code} # ${text}
level: ${level}
difficulty: { mean: ${scale.usualDifficulty[level]}, sd: 0.5 }
discrimination: ${scale.discrimination[kind]}
title: Un titre pour les listes
stimulus:
  - text: La situation, en une ou deux phrases.
prompt: La question ?
${bodies[kind]}
feedback:
  correct: Oui, et pourquoi.
  incorrect: Ce qu'il fallait regarder.
`;
}
