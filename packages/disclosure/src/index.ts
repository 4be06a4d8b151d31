export * from './cube.ts';
export * from './derive.ts';
export * from './suppress.ts';
export * from './table.ts';
