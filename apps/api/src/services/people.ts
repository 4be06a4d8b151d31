import type { Actor, Role } from '@jalon/types';
import type { Store } from '@jalon/store';
import { ownAccommodationsOf } from './accommodations.ts';
import type { SignedIn } from './actor.ts';
import { fullName } from './names.ts';
import { knowTerritory, territoryOf } from './territories/territory.ts';
import { timeZoneOf } from './time-zones.ts';

/** A person as the server knows them, and as they are greeted. */
export interface Person {
  signedIn: SignedIn;
  greeted: Actor;
}

/** Where someone is looked for: a role, an id, and a pupil's school. */
export interface PersonKey {
  role: Role;
  id: string;
  schoolId: string | null;
}

/** The member of staff of an id, whatever their role; `null` where there is none. */
export async function staffPerson(store: Store, id: string): Promise<Person | null> {
  const staff = await store.read.identity.staffById(id);
  return staff && findPerson(store, staff);
}

/** Who bears an id in a role today, or `null` where nobody does any more. */
export async function findPerson(store: Store, key: PersonKey): Promise<Person | null> {
  const { role, id } = key;
  if (role === 'pupil') {
    if (key.schoolId === null) return null;
    const own = { schoolId: key.schoolId, pupilId: id };
    const [pupil, adapted] = await Promise.all([
      store.read.identity.pupilById(own),
      ownAccommodationsOf(store, own),
    ]);
    return (
      pupil && {
        signedIn: { role, id, schoolId: pupil.schoolId },
        greeted: {
          id,
          role,
          name: fullName(pupil),
          place: pupil.schoolName,
          timeZone: timeZoneOf(pupil.schoolDepartment),
          ...(adapted && { accommodations: adapted.measures }),
        },
      }
    );
  }
  const staff = await store.read.identity.staffById(id);
  if (staff?.role !== role) return null;
  const { name, schoolId, schoolName, schoolDepartment } = staff;
  if (role !== 'inspector') {
    if (schoolId === null || schoolName === null || schoolDepartment === null) return null;
    const timeZone = timeZoneOf(schoolDepartment);
    return {
      signedIn: { role, id, schoolId },
      greeted: { id, role, name, place: schoolName, timeZone },
    };
  }
  const territory = territoryOf(staff);
  if (territory === null) return null;
  const { name: place, timeZone } = await knowTerritory(store, territory);
  return { signedIn: { role, id, territory }, greeted: { id, role, name, place, timeZone } };
}
