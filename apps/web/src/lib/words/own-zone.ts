import { page } from '$app/state';

const METROPOLITAN = 'Europe/Paris';

/** The time zone of the school or territory of whoever is signed in; that of Paris for nobody. */
export const ownZone = (): string => page.data.actor?.timeZone ?? METROPOLITAN;
