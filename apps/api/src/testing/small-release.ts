import type { Release } from '@jalon/framework';
import { itemDefinition } from '@jalon/items';

const LEVELS = 5;
const ITEMS = 10;

/** A release as small as measuring allows: one competence, ten questions of a choice among three. */
export function smallRelease(): Release {
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const level = (index % LEVELS) + 1;
    return itemDefinition.parse({
      id: `1.1-question-${index + 1}`,
      version: 1,
      language: 'fr',
      competence: '1.1',
      descriptor: `1.1.N${level}.1`,
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
  });
  const descriptors = Array.from({ length: LEVELS }, (_, index) => ({
    code: `1.1.N${index + 1}.1`,
    level: index + 1,
    text: `Savoir faire au niveau ${index + 1}.`,
  }));
  return {
    version: '1.0.0',
    sha256: 'a'.repeat(64),
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
      competences: [
        {
          code: '1.1',
          domain: '1',
          name: 'Mener une recherche',
          lsu: 'CN1',
          definition: 'Chercher.',
          keywords: 'chercher',
          descriptors,
        },
      ],
    },
    scale: {
      version: '1.0.0',
      usualDifficulty: {},
      discrimination: {},
      sitting: { minItems: 4, maxItems: 6, minLevelProbability: 0.8 },
      growth: { sdPerYear: 1 },
      competences: { '1.1': { prior: { mean: -0.5, sd: 1.5 }, cuts: [-2, -1, 0, 1] } },
    },
    items: new Map(items.map((item) => [`${item.id}@${item.version}`, item])),
  };
}
