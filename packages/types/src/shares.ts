/** Shares under this are told as 'under 5 %', and those over the rest as 'over 95 %'. */
export const CLIPPED_SHARE = 0.05;

/**
 * A share of pupils as it is told. Near nothing and near everything it is clipped: 'nearly all' would
 * say something of each of them.
 */
export type Share =
  | { readonly is: 'under'; readonly share: number }
  | { readonly is: 'about'; readonly share: number }
  | { readonly is: 'over'; readonly share: number };

/**
 * The share that one published count is of another; `share` is from 0.05 to 0.95, the bound where it
 * is clipped. Made from rounded counts alone, it tells no more than they do. `null` of nobody.
 */
export function shareOfCounts(part: number, whole: number): Share | null {
  if (whole <= 0) return null;
  const share = part / whole;
  if (share < CLIPPED_SHARE) return { is: 'under', share: CLIPPED_SHARE };
  if (share > 1 - CLIPPED_SHARE) return { is: 'over', share: 1 - CLIPPED_SHARE };
  return { is: 'about', share };
}
