/** Some voices fall silent in the middle of a longer piece. */
const LONGEST = 180;

/** A text in pieces that a voice says one after the other: sentences, and parts of long ones. */
export function sentencesOf(text: string): string[] {
  // Without looking behind, which some of the oldest browsers cannot.
  const sentences = text.match(/\S.*?(?:[.!?…:;](?:\s?["»”])?(?=\s|$)|$)/gsu) ?? [];
  return sentences.flatMap((sentence) => cut(sentence.trim()));
}

function cut(sentence: string): string[] {
  if (sentence === '') return [];
  if (sentence.length <= LONGEST) return [sentence];
  const start = sentence.slice(0, LONGEST);
  const comma = start.lastIndexOf(', ') + 1;
  const blank = start.lastIndexOf(' ');
  const at = comma > 0 ? comma : blank > 0 ? blank : LONGEST;
  return [sentence.slice(0, at).trim(), ...cut(sentence.slice(at).trim())];
}
