import { createHash } from 'node:crypto';
import type { Release } from '@jalon/framework';
import { itemDefinition } from '@jalon/items';

const LEVELS = 5;
const ITEMS = 10;

/** What a test may want otherwise in a small release. */
export interface SmallRelease {
  version?: string;
  /** Version of every item. */
  itemVersion?: number;
  /** Codes of the competences, all of domain 1. */
  competences?: readonly string[];
  /** How competences of the domain are correlated; absent, each is measured by itself. */
  correlation?: number;
}

/**
 * A release as small as measuring allows: one competence (unless more are asked for), each with ten
 * questions of a choice among three, two a level.
 */
export function smallRelease({
  version = '1.0.0',
  itemVersion = 1,
  competences = ['1.1'],
  correlation,
}: SmallRelease = {}): Release {
  const items = competences.flatMap((code) =>
    Array.from({ length: ITEMS }, (_, index) => smallItem(code, index, itemVersion)),
  );
  return {
    version,
    sha256: createHash('sha256').update(version).digest('hex'),
    engine: '1.0.0',
    framework: {
      id: 'small',
      version: '1.0.0',
      title: 'Un petit référentiel',
      language: 'fr',
      source: 'Pour les essais.',
      sourceUrl: 'https://jalon.example/',
      licence: 'MIT',
      domains: [{ code: '1', name: 'Informations et données' }],
      levels: Array.from({ length: LEVELS }, (_, index) => ({
        level: index + 1,
        band: `Bande ${index + 1}`,
        text: `Niveau ${index + 1}`,
      })),
      competences: competences.map((code) => ({
        code,
        domain: '1',
        name: code === '1.1' ? 'Mener une recherche' : `Compétence ${code}`,
        lsu: 'CN1',
        definition: 'Chercher.',
        keywords: 'chercher',
        descriptors: Array.from({ length: LEVELS }, (_, index) => ({
          code: `${code}.N${index + 1}.1`,
          level: index + 1,
          text: `Savoir faire au niveau ${index + 1}.`,
        })),
      })),
    },
    scale: {
      version: '1.0.0',
      usualDifficulty: { 1: -2, 2: -1, 3: 0, 4: 1, 5: 2 },
      discrimination: { choice: 1.2 },
      sitting: { minItems: 4, maxItems: 6, minLevelProbability: 0.8 },
      growth: { sdPerYear: 1 },
      ...(correlation === undefined
        ? {}
        : { correlation: { withinDomain: correlation, betweenDomains: 0 } }),
      competences: Object.fromEntries(
        competences.map((code) => [code, { prior: { mean: -0.5, sd: 1.5 }, cuts: [-2, -1, 0, 1] }]),
      ),
    },
    items: new Map(items.map((item) => [`${item.id}@${item.version}`, item])),
  };
}

function smallItem(competence: string, index: number, version: number) {
  const level = (index % LEVELS) + 1;
  return itemDefinition.parse({
    id: `${competence}-question-${index + 1}`,
    version,
    language: 'fr',
    competence,
    descriptor: `${competence}.N${level}.1`,
    level,
    difficulty: { mean: level - 3, sd: 0.5 },
    discrimination: 1.2,
    kind: 'choice',
    title: `Question ${index + 1}`,
    prompt: 'Que choisis-tu ?',
    feedback: { correct: 'Oui.', incorrect: 'Relis la question.' },
    options: [
      { text: 'le bon choix', key: true },
      { text: 'un autre', feedback: 'Il ne va pas.' },
      { text: 'un troisième', feedback: 'Lui non plus.' },
    ],
  });
}
