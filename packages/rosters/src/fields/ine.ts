const INE = /^[0-9A-Z]{11}$/;

/** An INE in its one form, eleven digits and capital letters; `null` where it is none. */
export function readIne(text: string): string | null {
  const ine = text.replace(/\s/gu, '').toUpperCase();
  return INE.test(ine) ? ine : null;
}
