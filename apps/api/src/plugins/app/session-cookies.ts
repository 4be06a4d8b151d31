import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { ACCESS_TOKEN_SECONDS } from '../external/tokens.ts';

export const accessCookie = 'jalon_access';
export const refreshCookie = 'jalon_refresh';
export const deviceCookie = 'jalon_device';
/** Says whose password was right, until the code is typed. */
export const halfCookie = 'jalon_half';
/** Says whose card's words were right, until its pictures are touched. */
export const halfCardCookie = 'jalon_half_card';
/** Remembers what a device is asked to sign. */
export const challengeCookie = 'jalon_challenge';

/** A device that nobody signs in on for a term is forgotten. */
const DEVICE_SECONDS = 120 * 24 * 3600;

/** Cookies of this site alone, which no script can read; encrypted ways only where the site is. */
export function cookieOptions(origin: string | null): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: origin !== null && origin.startsWith('https:'),
  };
}

/** The tokens that one sign-in or refresh gives. */
export interface SessionTokens {
  access: string;
  refresh: string;
  /** `null`: the cookie ends with the browser, as on machines that pupils share. */
  refreshSeconds: number | null;
}

/** Hands the tokens to the browser. */
export function setSessionCookies(
  reply: FastifyReply,
  options: CookieSerializeOptions,
  tokens: SessionTokens,
): void {
  setAccessCookie(reply, options, tokens.access);
  reply.setCookie(refreshCookie, tokens.refresh, {
    ...options,
    ...(tokens.refreshSeconds !== null && { maxAge: tokens.refreshSeconds }),
  });
}

/** Hands a new access token of the same session to the browser. */
export function setAccessCookie(
  reply: FastifyReply,
  options: CookieSerializeOptions,
  access: string,
): void {
  reply.setCookie(accessCookie, access, { ...options, maxAge: ACCESS_TOKEN_SECONDS });
}

/** Makes the browser forget the tokens. */
export function clearSessionCookies(reply: FastifyReply, options: CookieSerializeOptions): void {
  reply.clearCookie(accessCookie, options);
  reply.clearCookie(refreshCookie, options);
}

/** Marks the device as one on which somebody signed in; signing out leaves the mark. */
export function setDeviceCookie(
  reply: FastifyReply,
  options: CookieSerializeOptions,
  mark: string,
): void {
  reply.setCookie(deviceCookie, mark, { ...options, maxAge: DEVICE_SECONDS });
}
