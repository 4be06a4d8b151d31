import { MeasurementError } from '../core/errors.ts';
import type { ItemParameters } from '../models/item-parameters.ts';

/** How abilities on one scale become abilities on another: slope·ability + intercept. */
export interface ScaleLink {
  /** Logits of the new scale per logit of the old; above 0. */
  readonly slope: number;
  /** Where 0 of the old scale lies on the new one, in logits. */
  readonly intercept: number;
}

/** One item as calibrated on each of two scales. */
export interface CommonItem {
  readonly from: ItemParameters;
  readonly to: ItemParameters;
}

/** The item on the new scale, with the same probabilities for the same person. */
export function transformItem<Item extends ItemParameters>(item: Item, link: ScaleLink): Item {
  const { slope, intercept } = link;
  if (!(slope > 0 && slope < Infinity && Number.isFinite(intercept))) {
    throw new MeasurementError(
      'invalid-argument',
      `A link needs slope > 0 and a finite intercept; got ${slope} and ${intercept}.`,
    );
  }
  const located =
    'steps' in item
      ? { steps: item.steps.map((step) => slope * step + intercept) }
      : { difficulty: slope * item.difficulty + intercept };
  return {
    ...item,
    ...located,
    discrimination: item.discrimination / slope,
    difficultySd: slope * item.difficultySd,
  };
}

/** The link that leads back. */
export function inverseLink({ slope, intercept }: ScaleLink): ScaleLink {
  return { slope: 1 / slope, intercept: -intercept / slope };
}
