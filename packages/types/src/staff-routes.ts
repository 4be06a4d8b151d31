import { z } from 'zod';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { actor } from './session.ts';
import {
  acceptInvitation,
  invitationView,
  inviteStaff,
  keptMail,
  readInvitation,
  schoolStaff,
  sentLink,
  setClasses,
} from './staff.ts';

const staffParams = z.object({ staffId: id });
const invitationParams = z.object({ invitationId: id });

/** Who works at a school, and how they come in. */
export const routesOfStaff = defineRoutes({
  schoolStaff: {
    method: 'GET',
    path: '/api/school/staff',
    access: { action: 'staff:manage' },
    summary: 'Who works at the school, and who was invited to',
    response: schoolStaff,
  },
  inviteStaff: {
    method: 'POST',
    path: '/api/school/invitations',
    access: { action: 'staff:manage' },
    summary: 'Sends somebody a link to come in by; once, for three days',
    body: inviteStaff,
    response: sentLink,
  },
  withdrawInvitation: {
    method: 'POST',
    path: '/api/school/invitations/:invitationId/withdraw',
    access: { action: 'staff:manage', subject: 'invitation', param: 'invitationId' },
    summary: 'Makes a link useless',
    params: invitationParams,
    response: z.object({ withdrawn: z.literal(true) }),
  },
  setClasses: {
    method: 'POST',
    path: '/api/school/staff/:staffId/classes',
    access: { action: 'staff:manage', subject: 'staff', param: 'staffId' },
    summary: 'Says which classes and groups somebody teaches',
    params: staffParams,
    body: setClasses,
    response: z.object({ set: z.literal(true) }),
  },
  sendPasswordLink: {
    method: 'POST',
    path: '/api/school/staff/:staffId/password-link',
    access: { action: 'staff:manage', subject: 'staff', param: 'staffId' },
    summary: 'Sends somebody a link to choose a new password by',
    params: staffParams,
    response: sentLink,
  },
  dismissStaff: {
    method: 'POST',
    path: '/api/school/staff/:staffId/dismiss',
    access: { action: 'staff:manage', subject: 'staff', param: 'staffId' },
    summary: 'Ends the account of somebody who leaves; what they gave to classes stays',
    params: staffParams,
    response: z.object({ dismissed: z.literal(true) }),
  },
  readInvitation: {
    method: 'POST',
    path: '/api/invitations/read',
    access: 'public',
    summary: 'What a link that was sent is for',
    body: readInvitation,
    response: invitationView,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations/accept',
    access: 'public',
    summary: 'Chooses the password of a link and signs in',
    body: acceptInvitation,
    response: actor,
  },
  keptMail: {
    method: 'GET',
    path: '/api/demo/mail',
    access: 'public',
    summary: 'In a demo without a mail server: the messages that it would have sent, newest first',
    response: z.array(keptMail),
  },
});
