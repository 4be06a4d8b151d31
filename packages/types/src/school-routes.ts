import { z } from 'zod';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';
import {
  confirmRoster,
  looksQuery,
  makeCard,
  makeCards,
  rosterOutcome,
  rosterPreview,
  rosterReading,
  schoolClassList,
  schoolLooks,
  schoolOverview,
} from './school.ts';

const classParams = z.object({ classId: id });
const pupilParams = z.object({ pupilId: id });
const rosterParams = z.object({ rosterId: id });

/** A school of 20,000 pupils exports about 60 MB of XML; ElevesAvecAdresses of most is under 10. */
const ROSTER_BYTES = 64_000_000;

/** What the administrator of a school does for it. */
export const routesOfSchool = defineRoutes({
  school: {
    method: 'GET',
    path: '/api/school',
    access: { action: 'school:read' },
    summary: 'The school of the administrator, with its classes and groups',
    response: schoolOverview,
  },
  schoolClass: {
    method: 'GET',
    path: '/api/school/classes/:classId',
    access: { action: 'school:read', subject: 'class', param: 'classId' },
    summary: 'A class or group of the school, with its pupils',
    params: classParams,
    response: schoolClassList,
  },
  schoolLooks: {
    method: 'GET',
    path: '/api/school/looks',
    access: { action: 'access-log:read' },
    summary: 'Who looked at which pupil, newest first',
    query: looksQuery,
    response: schoolLooks,
  },
  makeClassCards: {
    method: 'POST',
    path: '/api/school/classes/:classId/cards',
    access: { action: 'card:make', subject: 'class', param: 'classId' },
    summary: 'New cards for the pupils of a class, as a page to print',
    params: classParams,
    body: makeCards,
    stream: 'application/pdf',
  },
  makePupilCard: {
    method: 'POST',
    path: '/api/school/pupils/:pupilId/card',
    access: { action: 'card:make', subject: 'pupil', param: 'pupilId' },
    summary: 'A new card for one pupil, which ends the one before',
    params: pupilParams,
    body: makeCard,
    stream: 'application/pdf',
  },
  uploadRoster: {
    method: 'POST',
    path: '/api/school/rosters',
    access: { action: 'roster:import' },
    summary: 'Reads a file of SIECLE, ONDE, OneRoster or our own; writes nothing to the school',
    upload: { mostBytes: ROSTER_BYTES },
    response: rosterReading,
  },
  rosterTemplate: {
    method: 'GET',
    path: '/api/school/roster-template.csv',
    access: { action: 'roster:import' },
    summary: 'Our own file, empty, to be filled in',
    stream: 'text/csv; charset=utf-8',
  },
  rosterPreview: {
    method: 'GET',
    path: '/api/school/rosters/:rosterId',
    access: { action: 'roster:import', subject: 'roster', param: 'rosterId' },
    summary: 'What importing a roster would change',
    params: rosterParams,
    response: rosterPreview,
  },
  confirmRoster: {
    method: 'POST',
    path: '/api/school/rosters/:rosterId/confirm',
    access: { action: 'roster:import', subject: 'roster', param: 'rosterId' },
    summary: 'Imports a roster as its preview said',
    params: rosterParams,
    body: confirmRoster,
    response: rosterOutcome,
  },
  discardRoster: {
    method: 'POST',
    path: '/api/school/rosters/:rosterId/discard',
    access: { action: 'roster:import', subject: 'roster', param: 'rosterId' },
    summary: 'Forgets a roster that was read',
    params: rosterParams,
    response: z.object({ discarded: z.literal(true) }),
  },
});
