export type { TableRows } from './encode.ts';
export { NotEmpty, openFiller } from './fill.ts';
export type { Filler } from './filler.ts';
export { measureSizes, type TableSize } from './sizes.ts';
