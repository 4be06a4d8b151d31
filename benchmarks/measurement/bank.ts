import { type LogisticItem, seededRandom, standardNormal } from '@jalon/measurement';

/** An item of a bank whose parameters are known, with the skill it asks for. */
export interface BenchItem extends LogisticItem {
  readonly key: string;
  /** Skills of a ladder are ordered by level. */
  readonly ladder: number;
  /** 1 to n. */
  readonly level: number;
}

export interface BankPlan {
  readonly ladders: number;
  readonly levels: number;
  readonly itemsPerSkill: number;
  readonly seed: string;
}

/** The difficulty, in logits, that items of a level have on average: a logit a level, around nought. */
export const usualDifficulty = (level: number, levels: number): number => level - (levels + 1) / 2;

const USUAL_DISCRIMINATION = 1.2;
const SPREAD = { logDiscrimination: 0.25, skill: 0.3, item: 0.2 };

/**
 * A bank of two-parameter items: each ladder has a skill of each level, each skill some items,
 * whose difficulties vary by skill and by item around what is usual of the level.
 */
export function makeBank({ ladders, levels, itemsPerSkill, seed }: BankPlan): BenchItem[] {
  const random = seededRandom(seed);
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  return range(ladders).flatMap((ladder) =>
    range(levels).flatMap((step) => {
      const ofSkill = usualDifficulty(step + 1, levels) + SPREAD.skill * standardNormal(random);
      return range(itemsPerSkill).map((rank) => ({
        key: `${ladder}.${step + 1}.${rank}`,
        ladder,
        level: step + 1,
        discrimination:
          USUAL_DISCRIMINATION * Math.exp(SPREAD.logDiscrimination * standardNormal(random)),
        difficulty: ofSkill + SPREAD.item * standardNormal(random),
        difficultySd: 0,
      }));
    }),
  );
}

/** The probability of a right answer. */
export const probability = (item: LogisticItem, ability: number): number =>
  1 / (1 + Math.exp(-item.discrimination * (ability - item.difficulty)));
