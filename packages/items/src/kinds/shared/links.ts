import { type Part, plainText } from '../../contract.ts';
import { textOf } from './parts.ts';

/** What is linked with what, for who reads a result: `.odt → un texte ; .png → une image`. */
export const linksInWords = (
  from: readonly Part[],
  to: readonly Part[],
  links: Readonly<Record<string, string>>,
): string =>
  from
    .flatMap(({ id, text }) => {
      const linked = links[id];
      return linked === undefined ? [] : [`${plainText(text)} → ${plainText(textOf(linked, to))}`];
    })
    .join(' ; ');
