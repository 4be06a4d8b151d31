/** A whole number as one reads it, such as `1 204`. */
export const wholeText = (value: number, language: string): string =>
  new Intl.NumberFormat(language).format(value);

/**
 * A share in whole percent, such as `28 %`. What is not nothing never reads 0 %, and what is not
 * everything never reads 100 %.
 */
export function percentText(share: number, language: string): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  if (share > 0 && share < 0.005) return `< ${percent.format(0.01)}`;
  if (share >= 0.995 && share < 1) return `> ${percent.format(0.99)}`;
  return percent.format(share);
}
