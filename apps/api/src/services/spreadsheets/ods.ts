import { strToU8, zipSync } from 'fflate';
import { contentChunks, contentXml, officeFile } from './ods-content.ts';
import type { LongSheet, Sheet } from './spreadsheet.ts';
import { zipStream } from './zip-stream.ts';

/** The media type of an OpenDocument spreadsheet. */
export const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** The earliest that a zip can say: the same sheets give the same bytes, whenever they are asked for. */
const mtime = new Date(1980, 0, 1);

/**
 * Sheets as an OpenDocument spreadsheet (OASIS ODF 1.3, parts 2 and 3). `mimetype` is the first file
 * of the package and is stored as it is, so that programs tell the type from the first bytes.
 */
export function odsFile(sheets: readonly Sheet[], language: 'fr' | 'en'): Uint8Array {
  return zipSync(
    {
      mimetype: [strToU8(ODS), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest),
      'content.xml': strToU8(contentXml(sheets, language)),
      'styles.xml': strToU8(stylesXml(language)),
    },
    { mtime },
  );
}

/** The same for sheets of any length, as it is made. `at` dates the files of the package. */
export const odsStream = (
  sheets: readonly LongSheet[],
  language: 'fr' | 'en',
  at: Date,
): AsyncGenerator<Uint8Array> =>
  zipStream(
    [
      { name: 'mimetype', stored: strToU8(ODS) },
      { name: 'META-INF/manifest.xml', chunks: [manifest] },
      { name: 'styles.xml', chunks: [stylesXml(language)] },
      { name: 'content.xml', chunks: contentChunks(sheets, language) },
    ],
    at,
  );

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** The language of the cells, for spelling and for screen readers. */
const stylesXml = (language: 'fr' | 'en'): string => {
  const country = { fr: 'FR', en: 'GB' }[language];
  return officeFile(
    'document-styles',
    `<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="${language}" fo:country="${country}"/></style:default-style></office:styles>`,
  );
};
