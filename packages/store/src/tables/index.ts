export * from './attempts.ts';
export * from './roster.ts';
export * from './sessions.ts';
