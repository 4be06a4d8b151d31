import type { ServiceContext } from './context.ts';

/** Reads a little of the store, and tells the release in force. Rejects where it cannot. */
export async function checkHealth({ store, engines }: ServiceContext) {
  await store.read.identity.schoolCount();
  return { status: 'ok' as const, release: engines.current.reference.version };
}
