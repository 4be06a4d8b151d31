import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WebHandler } from '../parts.ts';
import { limits } from '../plugins/app/limits.ts';
import { webHeaders } from '../plugins/app/web.ts';

const built = fileURLToPath(new URL('../../../web/build/handler.js', import.meta.url));

/** Whether the screens have been built. */
export const isWebBuilt = (): boolean => existsSync(built);

/** Loads the built screens. They call the API at `apiOrigin`, and learn who calls from our headers. */
export async function loadWeb(apiOrigin: string): Promise<WebHandler> {
  Object.assign(process.env, {
    JALON_API: apiOrigin,
    ADDRESS_HEADER: webHeaders.address,
    PROTOCOL_HEADER: webHeaders.protocol,
    HOST_HEADER: webHeaders.host,
    // What each page takes is bounded where requests are handed on.
    BODY_SIZE_LIMIT: String(limits.uploadBytes),
  });
  const loaded: unknown = await import(pathToFileURL(built).href);
  const handler: unknown =
    typeof loaded === 'object' && loaded !== null && 'handler' in loaded ? loaded.handler : null;
  if (!isWebHandler(handler)) throw new Error(`${built} gives no handler.`);
  return handler;
}

function isWebHandler(value: unknown): value is WebHandler {
  return typeof value === 'function';
}
