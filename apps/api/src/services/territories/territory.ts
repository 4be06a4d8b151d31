import type { Store } from '@jalon/store';
import { COUNTRY, type Territory } from '@jalon/types';
import { departmentName, isDepartment } from '../departments.ts';
import { timeZoneOf } from '../time-zones.ts';
import { academyByCode } from './academies.ts';

/** A territory as its inspector is greeted in it. */
export interface KnownTerritory {
  name: string;
  /** By whose clocks it lives (IANA name). */
  timeZone: string;
}

/** The territory of a row of staff or of an invitation; `null` where it has none. */
export function territoryOf(row: {
  territoryKind: Territory['kind'] | null;
  territoryCode: string | null;
}): Territory | null {
  if (row.territoryKind === null || row.territoryCode === null) return null;
  return { kind: row.territoryKind, code: row.territoryCode };
}

/** What a territory is called, and its clock. A district is called what the directory calls it. */
export async function knowTerritory(
  store: Pick<Store, 'read'>,
  { kind, code }: Territory,
): Promise<KnownTerritory> {
  if (kind === 'country') return { name: countryName, timeZone: timeZoneOf('') };
  if (kind === 'department') return { name: departmentName(code), timeZone: timeZoneOf(code) };
  if (kind === 'academy') {
    const academy = academyByCode(code);
    return { name: academy?.name ?? code, timeZone: timeZoneOf(academy?.departments[0] ?? '') };
  }
  const district = await store.read.identity.district(code);
  return { name: district?.name ?? code, timeZone: timeZoneOf(district?.department ?? '') };
}

export const countryName = 'France';

/** Whether there is such a territory. A district is known from the schools that are in it. */
export async function isTerritory(
  store: Pick<Store, 'read'>,
  { kind, code }: Territory,
): Promise<boolean> {
  if (kind === 'country') return code === COUNTRY;
  if (kind === 'department') return isDepartment(code);
  if (kind === 'academy') return academyByCode(code) !== undefined;
  return (await store.read.identity.district(code)) !== null;
}
