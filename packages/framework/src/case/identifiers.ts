import { v5 } from 'uuid';

/** Ours alone: identifiers of other makers are never made of it. */
const NAMESPACE = v5('https://jalon.example/competence-framework', v5.URL);

/**
 * The identifier of a part of a framework, the same wherever and whenever it is made (UUID version
 * 5, RFC 9562): a framework's version and the part's code say all there is to it.
 */
export const partId = (framework: string, version: string, code: string): string =>
  v5(`${framework}@${version}/${code}`, NAMESPACE);
