import type { Role } from '@jalon/types';

/** The first page of everyone who is signed in. */
export const homes = {
  pupil: '/eleve',
  teacher: '/enseignant',
  administrator: '/etablissement',
  inspector: '/inspection',
} as const satisfies Record<Role, string>;

/** The query parameter that says where to go once signed in. */
export const NEXT = 'suite';

/** The page of a member of staff's own account. */
const accountPath = '/compte';

const staffFolders: readonly string[] = [
  homes.teacher,
  homes.administrator,
  homes.inspector,
  accountPath,
];

const isUnder = (pathname: string, folder: string): boolean =>
  pathname === folder || pathname.startsWith(`${folder}/`);

/** What all staff may see: items and releases are of no person. */
const sharedPaths: readonly string[] = [
  '/enseignant/galerie',
  '/enseignant/referentiel',
  accountPath,
];

/** Whether a page is for this role. An administrator may teach as well. */
export const isPageOf = (role: Role, pathname: string): boolean =>
  isUnder(pathname, homes[role]) ||
  (role === 'administrator' && isUnder(pathname, homes.teacher)) ||
  (role !== 'pupil' && sharedPaths.some((path) => isUnder(pathname, path)));

/** Where someone signs in who asked for this page, with the way back to it. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  const isStaff = staffFolders.some((folder) => isUnder(pathname, folder));
  const next = new URLSearchParams({ [NEXT]: pathname + search });
  return `${isStaff ? '/connexion' : '/entrer'}?${next}`;
}

/** The page where whoever asked for another protects the account first, with the way to it. */
export const accountPathBefore = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string =>
  `${accountPath}?${new URLSearchParams({ [NEXT]: pathname + search })}`;

/** Where to go after signing in: the page that was asked for, if it is one of this role's. */
export function afterSignIn(role: Role, asked: string | null): string {
  const home = homes[role];
  if (asked === null || !URL.canParse(asked, 'http://jalon.invalid')) return home;
  const url = new URL(asked, 'http://jalon.invalid');
  const isOurs = url.origin === 'http://jalon.invalid' && asked.startsWith('/');
  return isOurs && isPageOf(role, url.pathname) ? url.pathname + url.search : home;
}

/** A path of this site to come back to, whatever was asked for. */
export function localPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, 'http://jalon.invalid')) {
    return '/';
  }
  const url = new URL(asked, 'http://jalon.invalid');
  return url.origin === 'http://jalon.invalid' ? url.pathname + url.search : '/';
}
