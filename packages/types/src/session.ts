import { z } from 'zod';
import { accommodationList } from './accommodations.ts';
import { cardPictureRow } from './card-pictures.ts';
import { roles } from './permissions.ts';
import { id, typedLine } from './primitives.ts';

/** A pupil's card: the words printed on it, in any case, apart by blanks, dashes or dots. */
export const cardSignIn = z.strictObject({ card: typedLine(z.string().min(1).max(200)) });

/** The row of pictures that belongs to a card whose words were right a moment ago. */
export const pictureSignIn = z.strictObject({ pictures: cardPictureRow });

/** A member of staff's e-mail address and password. */
export const staffSignIn = z.strictObject({
  email: typedLine(z.string().min(3).max(254)),
  password: z.string().min(1).max(200),
});

/** Who is signed in: enough to greet and to choose the screens. */
export const actor = z.object({
  id,
  role: z.enum(roles),
  name: z.string(),
  /** The school, for pupils and teachers; the territory's name, for inspectors. */
  place: z.string(),
  /** By whose clocks that place lives: an IANA name, such as `Indian/Reunion`. */
  timeZone: z.string(),
  /** What is adapted for a pupil; absent where Jalon behaves as for all. */
  accommodations: accommodationList.optional(),
});
export type Actor = z.infer<typeof actor>;
