import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { summarizeBank } from './check/bank-summary.ts';
import { problemText } from './problem.ts';
import { readFramework } from './read/read-folder.ts';
import { loadRelease } from './release/load.ts';
import { verifyRelease } from './release/verify.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const reading = readFramework(join(repository, 'competence-framework/crcn'), repository);

function edition() {
  if (!reading.edition) throw new Error(reading.problems.map(problemText).join('\n'));
  return reading.edition;
}

it('has no mistake in any file', () => {
  expect(reading.problems.map(problemText)).toEqual([]);
});

it('holds the CRCN whole: 5 domains, 16 competences, 162 descriptors', () => {
  const { domains, competences, levels } = edition().framework.value;
  expect(domains).toHaveLength(5);
  expect(competences.map(({ code, descriptors }) => [code, descriptors.length])).toEqual([
    ['1.1', 12],
    ['1.2', 10],
    ['1.3', 9],
    ['2.1', 11],
    ['2.2', 14],
    ['2.3', 5],
    ['2.4', 12],
    ['3.1', 8],
    ['3.2', 8],
    ['3.3', 10],
    ['3.4', 9],
    ['4.1', 7],
    ['4.2', 15],
    ['4.3', 14],
    ['5.1', 8],
    ['5.2', 10],
  ]);
  const descriptors = competences.flatMap((competence) => competence.descriptors);
  expect(descriptors).toHaveLength(162);
  const perLevel = levels.map(
    ({ level }) => descriptors.filter((descriptor) => descriptor.level === level).length,
  );
  expect(perLevel).toEqual([17, 25, 43, 41, 36]);
});

it('has descriptors at every level from 1 to 5, but for 4.1 at level 1', () => {
  const lacking = edition().framework.value.competences.flatMap(({ code, descriptors }) =>
    [1, 2, 3, 4, 5]
      .filter((level) => !descriptors.some((descriptor) => descriptor.level === level))
      .map((level) => `${code} at level ${level}`),
  );
  expect(lacking).toEqual(['4.1 at level 1']);
});

it.each([
  ['1.1.N1.2', 'Effectuer une recherche simple en ligne en utilisant un moteur de recherche'],
  [
    '1.2.N4.3',
    'Concevoir une organisation efficace de rangement de dossiers en tenant compte des formats de fichiers',
  ],
  ['1.3.N5.2', "Adapter le format d'une donnée (texte/nombre)"],
  [
    '2.1.N3.2',
    "Adapter ses pratiques de communication en tenant compte de l'espace de publication considéré",
  ],
  [
    '2.2.N3.3',
    'Connaître et appliquer quelques éléments du droit de la propriété intellectuelle ainsi que les licences associées au partage de contenus',
  ],
  ['2.3.N1.1', "Utiliser un dispositif d'écriture collaborative"],
  [
    '2.4.N5.3',
    "Connaître ses droits d'information, d'accès, de rectification, d'opposition, de suppression et de déréférencement",
  ],
  ['3.1.N5.2', 'Systématiser la mise en forme'],
  [
    '3.2.N4.3',
    'Réaliser des créations multimédia comportant des programmes de génération automatique (de texte, image, son...)',
  ],
  [
    '3.3.N5.1',
    "Adapter les caractéristiques d'une image (définition, format compression) à une intégration dans une page Internet",
  ],
  ['3.4.N2.1', 'Réaliser un programme simple'],
  ['4.1.N2.1', 'Identifier les risques principaux qui menacent son environnement informatique'],
  ['4.2.N2.2', 'Connaître le concept de "traces" de navigation'],
  ['4.3.N3.3', 'Réagir pour soi ou pour autrui à des situations de cyber-harcèlement'],
  [
    '5.1.N4.1',
    "Différencier et interpréter les problèmes liés à l'utilisation des technologies (erreur humaine, défaillance technique...)",
  ],
  ['5.2.N5.3', 'Connaître les grandes lignes des modèles économiques du numérique'],
])('has the official sentence of %s', (code, text) => {
  const descriptors = edition().framework.value.competences.flatMap((one) => one.descriptors);
  expect(descriptors.find((descriptor) => descriptor.code === code)?.text).toBe(text);
});

it('has the official name, definition and level as the decree writes them', () => {
  const { competences, levels } = edition().framework.value;
  const { name, definition } = competences.find(({ code }) => code === '3.2') ?? {};
  expect(name).toBe('Développer des documents multimédia');
  expect(definition).toBe(
    'Développer des documents à contenu multimédia pour créer ses propres productions multimédia, enrichir ses créations textuelles (avec des logiciels de capture et d’édition d’image / son / vidéo / animation...).',
  );
  expect(levels.map(({ band }) => band)).toEqual([
    'Novice',
    'Novice',
    'Indépendant',
    'Indépendant',
    'Avancé',
  ]);
  expect(levels[2]?.text).toBe(
    'L’individu est capable de réaliser des actions simples dans la plupart des situations courantes. Il peut élaborer de façon autonome une procédure pour accomplir une de ces actions.',
  );
});

it('keeps every release that was published as it was', () => {
  const { bank, releases } = reading;
  expect(releases.length).toBeGreaterThan(0);
  expect(releases.flatMap((lock) => verifyRelease(bank, lock))).toEqual([]);
  for (const lock of releases) {
    expect(loadRelease(bank, lock).items.size).toBe(lock.items.length);
  }
});

it('holds at least 16 items in each open competence, at every level, and 12 templates', () => {
  const summaries = summarizeBank(edition().items.map(({ value }) => value));
  for (const competence of ['1.1', '1.2', '1.3', '4.2']) {
    const own = summaries.find((summary) => summary.competence === competence);
    expect(own?.items ?? 0, competence).toBeGreaterThanOrEqual(16);
    expect(Object.keys(own?.levels ?? {}), competence).toEqual(['1', '2', '3', '4', '5']);
  }
  const templates = summaries.reduce((sum, summary) => sum + summary.templates, 0);
  expect(templates).toBeGreaterThanOrEqual(12);
});
