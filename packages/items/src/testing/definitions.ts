import { exampleOf, kindNames } from '../kinds/examples.ts';
import type { KindName } from '../kinds/contracts.ts';
import { type ItemDefinition, itemDefinition } from '../definition.ts';

const common = {
  version: 1,
  language: 'fr',
  competence: '1.1',
  descriptor: '1.1.N2.1',
  level: 2,
  difficulty: { mean: -1, sd: 0.5 },
  discrimination: 1.2,
  title: 'Le club photo',
  prompt: 'Que doit faire Lina ?',
  feedback: { correct: 'Oui, exactement.', incorrect: 'Relis la consigne.' },
};

const templated = {
  variables: {
    eleve: { pick: ['Inès', 'Tom', 'Awa', 'Malo'] },
    prix: { integer: { from: 10, to: 90, step: 5 } },
    amis: { sample: { count: 2, of: ['Léa', 'Sami', 'Chloé', 'Ilan'] } },
    total: { value: 'prix * 3' },
  },
  where: ['total > 60'],
  prompt: '{{ eleve }} compte avec {{ amis[0] }} : {{ total }} euros ?',
};

/** What the tests know the answers of; other kinds are tested with their own example. */
const byKind: Partial<Record<KindName, object>> = {
  choice: {
    options: [
      { text: 'renard roux habitat', key: true },
      { text: 'tous les animaux', feedback: 'C’est trop large.' },
      { text: 'photo de forêt', feedback: 'On ne sait pas de quoi.' },
      { text: 'renard', feedback: 'Il manque ce que tu cherches.' },
    ],
  },
  choices: {
    options: [
      { text: 'la date', key: true },
      { text: 'l’auteur', key: true },
      { text: 'la couleur', feedback: 'La couleur ne dit rien du sérieux.' },
      { text: 'la longueur' },
      { text: 'le lieu', key: true },
    ],
  },
  text: {
    answer: { as: 'text', accept: ['favoris', 'mes favoris'] },
    hint: 'un mot',
    distractors: [
      { text: 'historique', feedback: 'L’historique garde tout.' },
      { text: 'accueil' },
    ],
  },
  number: {
    answer: { value: 1500 },
    units: [
      { symbol: 'Mo', factor: 1 },
      { symbol: 'Go', factor: 1000 },
    ],
    distractors: [
      { value: 1500, unit: 'Go', feedback: 'C’est mille fois trop.' },
      { value: 150, feedback: 'Compte les zéros.' },
    ],
  },
  order: { elements: ['Ouvrir', 'Taper', 'Comparer', 'Choisir'] },
  match: {
    pairs: [
      { left: '.odt', right: 'un texte' },
      { left: '.ods', right: 'un tableau' },
      { left: '.png', right: 'une image' },
    ],
    extra: ['un son'],
  },
};

export { kindNames };

/** An item as a file would hold it, with some fields changed. */
export const written = (kind: KindName, changes: object = {}): unknown => ({
  ...common,
  id: `1.1-essai-${kind}`,
  kind,
  ...(byKind[kind] ?? exampleOf(kind)),
  ...changes,
});

export const item = (kind: KindName, changes: object = {}): ItemDefinition =>
  itemDefinition.parse(written(kind, changes));

/** The same as a template. */
export const template = (kind: KindName, changes: object = {}): ItemDefinition =>
  item(kind, { ...templated, id: `1.1-modele-${kind}`, ...changes });

/** What is wrong with a definition: `path: message` of each problem. */
export function refusals(definition: unknown): string[] {
  const parsed = itemDefinition.safeParse(definition);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
