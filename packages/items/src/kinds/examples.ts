import { type KindName, kindNames } from './contracts.ts';
import { kinds } from './registry.ts';

export { kindNames };

/** What a writer begins an item of this kind with: the fields that are the kind's own. */
export const exampleOf = (kind: KindName): object => kinds[kind].example;
