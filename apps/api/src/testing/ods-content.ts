import { strFromU8, unzipSync } from 'fflate';

/** The `content.xml` of an OpenDocument file: what its sheets hold. */
export function odsContent(file: Uint8Array | undefined): string {
  const content = file && unzipSync(file)['content.xml'];
  if (!content) throw new Error('The file has no content.xml.');
  return strFromU8(content);
}
