import type { z } from 'zod';
import { placementProblems } from './definition/common.ts';
import { kindDefinition } from './kinds/registry.ts';

/** An item as its file says it: `docs/add-an-item.md` tells every field. */
export const itemDefinition = kindDefinition.superRefine((item, context) => {
  for (const problem of placementProblems(item)) context.addIssue({ code: 'custom', ...problem });
});
export type ItemDefinition = z.infer<typeof itemDefinition>;
