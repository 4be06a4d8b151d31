import { existsSync } from 'node:fs';
import { installPackage } from './debian.mjs';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that tests drive: `JALON_CHROMIUM`, or where systems usually put it; or `null`. */
export function findChromium() {
  const chosen = process.env.JALON_CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : null;
  return usualPlaces.find((place) => existsSync(place)) ?? null;
}

/** Finds Chromium, or installs Debian's package where that is possible; else says what to do. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!process.env.JALON_CHROMIUM) installPackage('chromium', 'Chromium');
  const installed = findChromium();
  if (installed) return installed;
  console.error(
    'The browser tests need Chromium, and it could not be installed here. ' +
      'Install it (Debian, Ubuntu: `sudo apt-get install chromium`) or set JALON_CHROMIUM to its path, ' +
      'then run `npm test` again.',
  );
  return null;
}
