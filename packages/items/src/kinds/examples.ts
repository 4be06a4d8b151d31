import { type KindName, kindNames } from './contracts.ts';
import { kinds } from './registry.ts';

export { kindNames };

/** What a writer begins an item of this kind with: the fields that are the kind's own. */
export const exampleOf = (kind: KindName): object => kinds[kind].example;

/** Whether items of this kind ask a pointer to aim at something small. */
export const needsFinePointing = (kind: KindName): boolean => kinds[kind].pointing === 'fine';
