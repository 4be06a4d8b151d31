const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** A number with at most two digits after the point, such as `1,25`. */
export function decimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}

/** A number with exactly two digits after the point, such as `0,70`: for columns of figures. */
export function twoDecimals(value: number, language: string): string {
  return new Intl.NumberFormat(language, twoDigits).format(value);
}

/** A number with two digits after the point and its sign, such as `+0,80`: for a scale around 0. */
export function signedDecimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, {
    ...twoDigits,
    signDisplay: 'exceptZero',
  }).format(value);
}

/** A share as whole percents, such as `24 %`. */
export const percent = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent' }).format(share);

/** How long something took, in its two largest units, such as `2 min 5 s`. */
export function duration(milliseconds: number, language: string): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts: [number, 'hour' | 'minute' | 'second'][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  const told = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2);
  return told
    .filter(([value], index) => value > 0 || index === 0)
    .map(([value, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit }).format(value))
    .join(' ');
}

/** Names in a row, such as `Awa, Bea et Zoé`. */
export function listOf(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(names);
}
