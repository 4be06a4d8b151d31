import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readDatabaseUrl } from '@jalon/store';
import { z } from 'zod';

/** A whole number between two, written in digits. */
export const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most));

/** The path of a folder, made absolute. */
export const folder = z
  .string()
  .refine((path) => !path.includes('\0'))
  .transform((path) => resolve(path));

/** A scheme, a host and perhaps a port, and nothing behind. */
export const publicOrigin = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
});

/** A mail server, with a name and a password where it asks for them. */
export const smtpUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
});

function isAddressOrSubnet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Whose word on who calls is taken: everyone’s, nobody’s, or that of some addresses. */
export const proxies = z.union([
  z.enum(['on', 'off']),
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((list) => list.every(isAddressOrSubnet)),
]);

function isDatabaseUrl(text: string): boolean {
  try {
    readDatabaseUrl(text);
    return true;
  } catch {
    return false;
  }
}

/** A database, as `openStore` takes it. */
export const databaseUrl = z.string().refine(isDatabaseUrl);
/** A database of PostgreSQL. */
export const postgresUrl = databaseUrl.refine((text) => text.startsWith('postgres'));
