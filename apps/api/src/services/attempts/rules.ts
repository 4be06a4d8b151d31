/** How long a sitting is, and when it may end early. */
export const sittingRules = {
  minItems: 8,
  maxItems: 12,
  /** A level this probable needs no further item. */
  minLevelProbability: 0.8,
} as const;

/** How far an ability may move in a year of school, in logits: what widens an older estimate. */
export const growth = { sdPerYear: 1 } as const;
