import type { StaffRole } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

/** What a role is called on the screens. */
export const roleName = (role: StaffRole): string =>
  role === 'teacher' ? m.staff_role_teacher() : m.staff_role_administrator();
