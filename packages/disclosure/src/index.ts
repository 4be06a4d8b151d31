export * from './cube.ts';
export * from './derive.ts';
export * from './journal.ts';
export { LEAST_VALUES } from './protection.ts';
export * from './rounding.ts';
export * from './suppress.ts';
export * from './table.ts';
