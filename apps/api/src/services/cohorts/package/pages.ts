import type { DescribedColumn } from '../formats/spreadsheets.ts';
import { type PackageAbout, titleOf } from './about.ts';

type Language = 'fr' | 'en';

/** The codebook in one language, as Markdown: each column with its type and its meaning. */
export function codebookPage(
  columns: readonly DescribedColumn[],
  about: PackageAbout,
  language: Language,
): string {
  const { title, head, types, rule } = codebookWords[language];
  const lines = columns.map(
    (column) => `| \`${column.name}\` | ${types[column.type]} | ${inCell(column[language])} |`,
  );
  return [
    `# ${title}`,
    about.rule[language],
    [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...lines].join('\n'),
    rule,
    '',
  ].join('\n\n');
}

const inCell = (text: string): string => text.replaceAll('|', '\\|');

const codebookWords = {
  fr: {
    title: 'Dictionnaire des colonnes',
    head: ['colonne', 'type', 'ce que c’est'],
    types: { text: 'texte', integer: 'entier', number: 'nombre' },
    rule: 'Une cellule vide veut dire ce que la colonne en dit. Une ligne se reconnaît à `group`, `year_group`, `competence` et `level`. Un texte qu’un tableur prendrait pour une formule commence dans le CSV par une apostrophe.',
  },
  en: {
    title: 'Codebook',
    head: ['column', 'type', 'what it is'],
    types: { text: 'text', integer: 'integer', number: 'number' },
    rule: 'An empty cell means what its column says. A line is told by `group`, `year_group`, `competence` and `level`. In the CSV, a text that a spreadsheet would take for a formula begins with an apostrophe.',
  },
} as const;

/** What the package is and how to use it, in French and then in English. */
export function readmePage(about: PackageAbout): string {
  const title = titleOf(about);
  const { release, asOf, rule } = about;
  const moment = asOf.toISOString();
  const reference = `${release.framework}@${release.version} (sha256:${release.sha256})`;
  return `# ${title.fr}

Effectifs établis le ${moment} sous la version ${reference}. Aucun élève n’y est nommé.

${rule.fr}

| fichier | contenu |
| --- | --- |
| \`datapackage.json\` | description de tous les fichiers de données (Frictionless Data Package) : types, empreintes, sources |
| \`data/counts.csv\`, \`data/counts.parquet\` | les effectifs, deux fois les mêmes |
| \`codebook.fr.md\`, \`codebook.en.md\` | ce que veut dire chaque colonne |
| \`first-table.csv\` | les niveaux de la première compétence par groupe : effectif et part en pour cent, \`under-5\` et \`over-95\` aux extrêmes, vide si masqué |
| \`scripts/\` | font ce tableau à partir des effectifs et le comparent, en Python, en R et en SPSS |

\`\`\`sh
python3 scripts/first_table.py
Rscript scripts/first_table.R
pspp scripts/first_table.sps
\`\`\`

# ${title.en}

Counts made on ${moment} under release ${reference}. No pupil is named.

${rule.en}

| file | content |
| --- | --- |
| \`datapackage.json\` | describes every file of data (Frictionless Data Package): types, hashes, sources |
| \`data/counts.csv\`, \`data/counts.parquet\` | the counts, twice the same |
| \`codebook.fr.md\`, \`codebook.en.md\` | what each column means |
| \`first-table.csv\` | the levels of the first competence by group: count and share in per cent, \`under-5\` and \`over-95\` at the ends, empty where hidden |
| \`scripts/\` | make that table from the counts and compare it, in Python, R and SPSS |

The three commands above run from this folder; each ends with an exit status other than 0 where the tables differ.
`;
}
