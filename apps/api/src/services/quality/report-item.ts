import { roundCount } from '@jalon/disclosure';
import type { ItemDefinition } from '@jalon/items';
import {
  type CheckResult,
  checkWords,
  type Drift,
  type ItemFit,
  type MantelHaenszel,
  QUALITY_MINIMUM,
} from '@jalon/measurement';
import type {
  QualityComparison,
  QualityDifference,
  QualityItem,
  QualityRemark,
} from '@jalon/types';

/** What the answers to an item say of it. */
export interface Judged {
  definition: ItemDefinition;
  answers: number;
  fit: ItemFit;
  differences: readonly { comparison: QualityComparison; found: MantelHaenszel }[];
}

/** What was found of an item, as an inspector reads it: counts rounded, and words where they are due. */
export function reportItem(
  { definition, answers, fit, differences }: Judged,
  drift: Drift,
): QualityItem {
  const { id, version, title } = definition;
  return {
    id,
    version,
    title,
    answers: answers < QUALITY_MINIMUM ? null : roundCount(answers),
    fit: { code: fit.code, p: fit.code === 'not-enough-data' ? null : rounded(fit.figures.p) },
    drift: {
      code: drift.code,
      shift: drift.code === 'not-enough-data' ? null : rounded(drift.figures.shift),
    },
    differences: differences.flatMap(({ comparison, found }): QualityDifference[] => {
      if (found.code === 'not-enough-data') return [];
      const { logOddsRatio, standardError, reference, focal } = found.figures;
      return [
        {
          ...comparison,
          size: found.code,
          gap: rounded(logOddsRatio),
          error: rounded(standardError),
          answers: { reference: roundCount(reference), focal: roundCount(focal) },
        },
      ];
    }),
    remarks: [
      ...remarkOf(fit, null),
      ...remarkOf(drift, null),
      ...differences.flatMap(({ comparison, found }) => remarkOf(found, comparison)),
    ],
  };
}

/** To a thousandth: more would only be chance. */
const rounded = (figure: number): number => Math.round(figure * 1_000) / 1_000;

function remarkOf(result: CheckResult, comparison: QualityComparison | null): QualityRemark[] {
  const { severity } = result;
  if (severity === 'fine' || severity === 'unknown') return [];
  const { fr, en } = checkWords(result);
  return [{ severity, comparison, words: { fr, en } }];
}
