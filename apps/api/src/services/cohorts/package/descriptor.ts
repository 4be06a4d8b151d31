import type { DescribedColumn } from '../formats/spreadsheets.ts';
import type { ExportColumn } from '../formats/column.ts';
import { type PackageAbout, titleOf } from './about.ts';

/** What is known of a file once it has been written. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/** A file of the package, as `datapackage.json` tells of it. */
export interface Resource extends Written {
  name: string;
  title: string;
  description: string;
  columns: readonly (ExportColumn | DescribedColumn)[];
}

const types = { text: 'string', integer: 'integer', number: 'number' } as const;

/**
 * `datapackage.json` (Data Package and Table Schema, version 1: specs.frictionlessdata.io). No
 * primary key is declared: of the columns that tell the lines apart, some are empty in totals.
 */
export function descriptorJson(about: PackageAbout, resources: readonly Resource[]): string {
  const { release, place, by, asOf, rule } = about;
  const title = titleOf(about);
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: `jalon-${place.kind}-${place.code}-by-${by}`.toLowerCase(),
      title: `${title.fr} / ${title.en}`,
      description: `${rule.fr}\n\n${rule.en}`,
      created: asOf.toISOString(),
      licenses: [
        {
          name: 'etalab-2.0',
          path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
          title: 'Licence Ouverte / Open Licence 2.0',
        },
      ],
      sources: [
        { title: `Jalon, ${release.framework}@${release.version} (sha256:${release.sha256})` },
        {
          title: 'Annuaire de l’éducation, ministère de l’Éducation nationale',
          path: 'https://data.education.gouv.fr/explore/dataset/fr-en-annuaire-education/',
        },
        {
          title: 'Grille communale de densité, INSEE',
          path: 'https://www.insee.fr/fr/information/6439600',
        },
      ],
      keywords: ['CRCN', 'compétences numériques', 'digital competence'],
      disclosure: { fr: rule.fr, en: rule.en },
      resources: resources.map(resourceOf),
    },
    null,
    2,
  )}\n`;
}

function resourceOf({ name, path, title, description, columns, bytes, sha256 }: Resource) {
  const isCsv = path.endsWith('.csv');
  return {
    profile: isCsv ? 'tabular-data-resource' : 'data-resource',
    ...{ name, path, title, description },
    format: isCsv ? 'csv' : 'parquet',
    mediatype: isCsv ? 'text/csv' : 'application/vnd.apache.parquet',
    ...(isCsv && {
      encoding: 'utf-8',
      dialect: {
        ...{ delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
        ...{ skipInitialSpace: false, header: true },
      },
    }),
    bytes,
    hash: `sha256:${sha256}`,
    schema: { fields: columns.map(fieldOf), missingValues: [''] },
  };
}

const fieldOf = (column: ExportColumn | DescribedColumn) => ({
  name: column.name,
  type: types[column.type],
  ...('fr' in column && { description: `${column.fr} / ${column.en}` }),
});
