import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import type { response } from './contract.ts';
import type { FormulaTask } from './instantiate.ts';
import { judge, unused } from './judge.ts';
import { feedbackOn } from './mistakes.ts';

export type Response = z.infer<typeof response>;

/** Any text may be typed. */
export const check = () => undefined;

/** A point for what the formula gives in its cell, and another where it is copied to others. */
export function score(task: FormulaTask, { formula }: Response): KindScore {
  const possible = task.copies.length > 0 ? 2 : 1;
  const judgement = judge(task, formula);
  const earned = judgement.isRight ? 1 + Number(possible === 2 && judgement.isRightCopied) : 0;
  const points = unused(task, formula).length > 0 ? 0 : earned;
  if (points === possible) return { points, possible };
  return { points, possible, feedback: feedbackOn(task, formula, judgement) };
}

const typing = (formula: string): Response => ({ kind: 'formula', formula });

export const keyResponse = ({ formula }: FormulaTask): Response => typing(formula);

export const distractorResponses = ({ distractors }: FormulaTask): Response[] =>
  distractors.map(({ formula }) => typing(formula));
