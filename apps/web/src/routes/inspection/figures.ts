import type { Share } from '@jalon/types/shares';

/** A whole number as one reads it, such as `1 204`. */
export const wholeText = (value: number, language: string): string =>
  new Intl.NumberFormat(language).format(value);

/** Whole percent, such as `28 %`. */
export const percentText = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const signs = { under: '< ', about: '', over: '> ' } as const;

/** A share where there is little room, such as `28 %` or `< 5 %`. */
export const shareText = ({ is, share }: Share, language: string): string =>
  signs[is] + percentText(share, language);
