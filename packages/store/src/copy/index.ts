export type { ItemKey } from './copy-attempts.ts';
export { type Copied, type CopyOptions, copyStore, findSchool } from './copy.ts';
export { digestSchool, digestShared, digestStore, type StoreDigest } from './digest.ts';
export { type CopyRefusal, CopyRefused } from './errors.ts';
