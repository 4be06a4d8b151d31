import { z } from 'zod';
import { acceptedResponse, attemptView, startAttempt, submitResponse } from './attempts.ts';
import {
  assessmentProgress,
  assessmentSummary,
  giveAssessments,
  sequenceView,
} from './assessments.ts';
import { classPicture, classSummary, pupilFile } from './classes.ts';
import { classGrowth } from './growth.ts';
import { assessmentDifficulties } from './difficulties.ts';
import { cohortExportQuery, cohortQuery, cohortTable } from './cohorts.ts';
import { routesOfCohortExports } from './cohort-export-routes.ts';
import { crosswalkView, frameworkView, releaseQuery } from './framework.ts';
import { routesOfAccommodations } from './accommodation-routes.ts';
import { routesOfCase } from './case-routes.ts';
import { routesOfGallery } from './gallery-routes.ts';
import { routesOfGroups } from './group-routes.ts';
import { pupilHome } from './home.ts';
import { ownDataSummary } from './own-data.ts';
import { meetingPage } from './meeting.ts';
import { id } from './primitives.ts';
import { routesOfQuality } from './quality-routes.ts';
import { routesOfSchool } from './school-routes.ts';
import { routesOfStaff } from './staff-routes.ts';
import { routesOfTransfers } from './transfer-routes.ts';
import { routesOfPasskeys } from './passkey-routes.ts';
import { routesOfSecurity } from './security-routes.ts';
import { classPositions, sayPositions } from './positions.ts';
import { attemptResult } from './results.ts';
import { defineRoutes } from './route.ts';
import { actor, cardSignIn, pictureSignIn, staffSignIn } from './session.ts';

const attemptParams = z.object({ attemptId: id });
const classParams = z.object({ classId: id });
const pupilParams = z.object({ pupilId: id });
const assessmentParams = z.object({ assessmentId: id });

/** The table of routes that the API serves and the browser calls. */
export const routes = defineRoutes({
  health: {
    method: 'GET',
    path: '/api/health',
    access: 'public',
    summary: 'Whether this process can do its work: its store answers and takes writes',
    response: z.object({ status: z.literal('ok'), release: z.string() }),
  },
  live: {
    method: 'GET',
    path: '/api/health/live',
    access: 'public',
    summary: 'Whether this process answers at all, whatever its store does',
    response: z.object({ status: z.literal('ok') }),
  },
  framework: {
    method: 'GET',
    path: '/api/framework',
    access: 'public',
    summary: 'The framework and the release in force',
    response: frameworkView,
  },
  crosswalk: {
    method: 'GET',
    path: '/api/crosswalks/:framework',
    access: 'public',
    summary: 'Another framework, and what corresponds to each of its competences in ours',
    params: z.object({ framework: z.string().regex(/^[a-z0-9-]{1,40}$/, 'such as digcomp') }),
    response: crosswalkView,
  },
  signInWithCard: {
    method: 'POST',
    path: '/api/session/card',
    access: 'public',
    summary: 'A pupil signs in with the words of a card',
    body: cardSignIn,
    response: actor,
  },
  signInWithPictures: {
    method: 'POST',
    path: '/api/session/card/pictures',
    access: 'public',
    summary: 'The second part of a card that asks for pictures, within five minutes of the first',
    body: pictureSignIn,
    response: actor,
  },
  signInAsStaff: {
    method: 'POST',
    path: '/api/session/staff',
    access: 'public',
    summary: 'A member of staff signs in',
    body: staffSignIn,
    response: actor,
  },
  refreshSession: {
    method: 'POST',
    path: '/api/session/refresh',
    access: 'public',
    summary: 'Exchanges the refresh token in its cookie for new tokens',
    response: actor,
  },
  signOut: {
    method: 'POST',
    path: '/api/session/end',
    access: 'public',
    summary: 'Ends the session and forgets its tokens',
    response: z.object({ ended: z.literal(true) }),
  },
  session: {
    method: 'GET',
    path: '/api/session',
    access: { action: 'session:read' },
    summary: 'Who is signed in',
    response: actor,
  },
  home: {
    method: 'GET',
    path: '/api/home',
    access: { action: 'home:read' },
    summary: "A pupil's assessments, practice and results",
    response: pupilHome,
  },
  ownDataSummary: {
    method: 'GET',
    path: '/api/me/data/summary',
    access: { action: 'own-data:read' },
    summary: 'What is kept about the pupil, how long, and who looked',
    response: ownDataSummary,
  },
  ownData: {
    method: 'GET',
    path: '/api/me/data',
    access: { action: 'own-data:read' },
    summary: 'All that is kept about the pupil, as JSON (`jalon-own-data/1`)',
    stream: 'application/json; charset=utf-8',
  },
  startAttempt: {
    method: 'POST',
    path: '/api/attempts',
    access: { action: 'attempt:start' },
    summary: 'Begins an attempt, or gives back the one that is open',
    body: startAttempt,
    response: attemptView,
  },
  attempt: {
    method: 'GET',
    path: '/api/attempts/:attemptId',
    access: { action: 'attempt:read', subject: 'attempt', param: 'attemptId' },
    summary: 'An attempt where it stands, with the item to answer',
    params: attemptParams,
    response: attemptView,
  },
  submitResponse: {
    method: 'POST',
    path: '/api/attempts/:attemptId/responses',
    access: { action: 'attempt:answer', subject: 'attempt', param: 'attemptId' },
    summary: 'Keeps one answer and gives the next item',
    params: attemptParams,
    body: submitResponse,
    response: acceptedResponse,
  },
  attemptResult: {
    method: 'GET',
    path: '/api/attempts/:attemptId/result',
    access: { action: 'result:read', subject: 'attempt', param: 'attemptId' },
    summary: 'What an attempt showed, response by response',
    params: attemptParams,
    response: attemptResult,
  },
  attemptStatement: {
    method: 'GET',
    path: '/api/attempts/:attemptId/statement',
    access: { action: 'result:read', subject: 'attempt', param: 'attemptId' },
    summary: 'All that a result was made from, to make it again elsewhere (`jalon-statement/1`)',
    params: attemptParams,
    stream: 'application/json; charset=utf-8',
  },
  classes: {
    method: 'GET',
    path: '/api/classes',
    access: { action: 'class:list' },
    summary: "A teacher's classes",
    response: z.array(classSummary),
  },
  classPicture: {
    method: 'GET',
    path: '/api/classes/:classId',
    access: { action: 'class:read', subject: 'class', param: 'classId' },
    summary: 'A class as pupils x competences',
    params: classParams,
    query: releaseQuery,
    response: classPicture,
  },
  classPictureCsv: {
    method: 'GET',
    path: '/api/classes/:classId/picture.csv',
    access: { action: 'class:read', subject: 'class', param: 'classId' },
    summary: 'The same picture as CSV: a line for each pupil and competence with a result',
    params: classParams,
    query: releaseQuery,
    stream: 'text/csv; charset=utf-8',
  },
  classPictureOds: {
    method: 'GET',
    path: '/api/classes/:classId/picture.ods',
    access: { action: 'class:read', subject: 'class', param: 'classId' },
    summary:
      'The same picture as an OpenDocument spreadsheet, with a sheet that says how to read it',
    params: classParams,
    query: releaseQuery,
    stream: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  classGrowth: {
    method: 'GET',
    path: '/api/classes/:classId/growth',
    access: { action: 'class:read', subject: 'class', param: 'classId' },
    summary: 'How a class changed since its school year began: first and last measures compared',
    params: classParams,
    response: classGrowth,
  },
  classGrowthCsv: {
    method: 'GET',
    path: '/api/classes/:classId/growth.csv',
    access: { action: 'class:read', subject: 'class', param: 'classId' },
    summary: 'The same changes as CSV: a line for each pupil and competence measured twice',
    params: classParams,
    stream: 'text/csv; charset=utf-8',
  },
  classAssessments: {
    method: 'GET',
    path: '/api/classes/:classId/assessments',
    access: { action: 'assessment:read', subject: 'class', param: 'classId' },
    summary: 'What was given to a class, newest first',
    params: classParams,
    response: z.array(assessmentSummary),
  },
  sequences: {
    method: 'GET',
    path: '/api/sequences',
    access: { action: 'class:list' },
    summary: 'What is ready to be given to a class',
    response: z.array(sequenceView),
  },
  giveAssessments: {
    method: 'POST',
    path: '/api/classes/:classId/assessments',
    access: { action: 'assessment:give', subject: 'class', param: 'classId' },
    summary: 'Gives assessments to a class or some of it: one a competence, in their order',
    params: classParams,
    body: giveAssessments,
    response: z.array(assessmentSummary),
  },
  classPositions: {
    method: 'GET',
    path: '/api/classes/:classId/positions',
    access: { action: 'position:read', subject: 'class', param: 'classId' },
    summary: 'Positions for the school report: by the rule, and as the teacher has them',
    params: classParams,
    response: classPositions,
  },
  sayPositions: {
    method: 'POST',
    path: '/api/classes/:classId/positions',
    access: { action: 'position:say', subject: 'class', param: 'classId' },
    summary: "The teacher's word on a pupil's positions",
    params: classParams,
    body: sayPositions,
    response: z.object({ kept: z.literal(true) }),
  },
  positionsCsv: {
    method: 'GET',
    path: '/api/classes/:classId/positions.csv',
    access: { action: 'position:read', subject: 'class', param: 'classId' },
    summary: 'The same positions as CSV, under the codes of the school report',
    params: classParams,
    stream: 'text/csv; charset=utf-8',
  },
  pupilFile: {
    method: 'GET',
    path: '/api/pupils/:pupilId',
    access: { action: 'pupil:read', subject: 'pupil', param: 'pupilId' },
    summary: "A pupil's results and attempts, for a teacher",
    params: pupilParams,
    response: pupilFile,
  },
  meetingPage: {
    method: 'GET',
    path: '/api/pupils/:pupilId/meeting',
    access: { action: 'pupil:read', subject: 'pupil', param: 'pupilId' },
    summary: 'What a pupil can do and what comes next, to talk over with the family',
    params: pupilParams,
    response: meetingPage,
  },
  assessmentProgress: {
    method: 'GET',
    path: '/api/assessments/:assessmentId/progress',
    access: { action: 'assessment:read', subject: 'assessment', param: 'assessmentId' },
    summary: 'Who is where in an assessment',
    params: assessmentParams,
    response: assessmentProgress,
  },
  assessmentDifficulties: {
    method: 'GET',
    path: '/api/assessments/:assessmentId/difficulties',
    access: { action: 'assessment:read', subject: 'assessment', param: 'assessmentId' },
    summary: 'What was hard in an assessment, with the wrong answers and why',
    params: assessmentParams,
    response: assessmentDifficulties,
  },
  assessmentEvents: {
    method: 'GET',
    path: '/api/assessments/:assessmentId/events',
    access: { action: 'assessment:read', subject: 'assessment', param: 'assessmentId' },
    summary: 'Server-sent events `sitting`: one pupil moved on',
    params: assessmentParams,
    stream: 'text/event-stream',
  },
  cohort: {
    method: 'GET',
    path: '/api/cohort',
    access: { action: 'cohort:read' },
    summary: "The territory's pupils by school, year group and level, in one competence",
    query: cohortQuery,
    response: cohortTable,
  },
  cohortCsv: {
    method: 'GET',
    path: '/api/cohort/export.csv',
    access: { action: 'cohort:export' },
    summary: 'The same counts for every competence, as CSV',
    query: cohortExportQuery,
    stream: 'text/csv; charset=utf-8',
  },
  cohortCodebook: {
    method: 'GET',
    path: '/api/cohort/codebook.csv',
    access: { action: 'cohort:export' },
    summary: 'What each column of the export means, in French and English',
    stream: 'text/csv; charset=utf-8',
  },
  ...routesOfCohortExports,
  ...routesOfAccommodations,
  ...routesOfGroups,
  ...routesOfSecurity,
  ...routesOfPasskeys,
  ...routesOfSchool,
  ...routesOfStaff,
  ...routesOfTransfers,
  ...routesOfGallery,
  ...routesOfQuality,
  ...routesOfCase,
});

export type RouteName = keyof typeof routes;
