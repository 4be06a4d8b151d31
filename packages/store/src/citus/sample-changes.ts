import type { Statement } from '../batch.ts';
import { schoolTables } from '../copy/tables.ts';
import type { Store } from '../store.ts';
import { aResponse, anAttempt, idOf } from '../testing/index.ts';

const schoolId = idOf('s1');
const classId = idOf('c1');
const id = idOf('x');
const at = new Date(0);
const pupil = { schoolId, pupilId: idOf('p1') };
const attempt = { schoolId, attemptId: idOf('a1') };
const [competence, releaseVersion] = ['1.1', '1.0.0'];
const staff = { name: 'N', email: 'e@ecole.example', passwordHash: 'x' };
const held = { id, tries: 1 };
const pupilRow = {
  ...{ schoolId, id, classId, firstName: 'A', lastName: 'A' },
  ...{ yearGroup: null, leftAt: null },
};
const passkeyRow = {
  ...{ id: 'k1', staffId: id, schoolId, publicKey: 'x', signCount: 0 },
  ...{ transports: [], name: 'K', createdAt: at },
};
const cardRow = { digest: 'd1', ...pupil };
const result = {
  ...pupil,
  competence,
  releaseVersion,
  attemptId: attempt.attemptId,
  ability: 0,
  standardError: 1,
  level: 1,
  probabilities: [1],
  responses: 8,
  finishedAt: at,
};
const step = {
  status: 'open' as const,
  answered: 1,
  usedMs: 0,
  currentItemId: 'i',
  currentItemVersion: 1,
  currentSeed: 's',
  ability: 0,
  standardError: 1,
  lastAnswerAt: at,
  finishedAt: null,
};
const token = {
  tokenDigest: 'd1',
  familyId: id,
  actorId: id,
  role: 'pupil' as const,
  schoolId,
  issuedAt: at,
  expiresAt: at,
};
const assessmentRow = {
  schoolId,
  id,
  classId,
  givenBy: id,
  title: 't',
  competence,
  releaseVersion,
  feedback: 'now' as const,
  givenAt: at,
};
const releaseRow = { version: '1.0.0', framework: 'crcn', sha256: 'x', publishedAt: at };
const dashboardKeyRow = {
  ...{ id, digest: 'd', name: 'Un tableau', territoryKind: 'country' as const },
  ...{ territoryCode: 'FR', createdAt: at, expiresAt: at },
};
const publicationRow = {
  ...{ id, releaseVersion: '1.0.0', madeAt: at },
  ...{ minimumCell: 11, schools: [] },
};
const jobRow = { id, kind: 'k', uniqueKey: 'u', schoolId, input: {}, dueAt: at, createdAt: at };

/** Each change of the store, made once, by its name. */
export function sampleChanges({
  change,
}: Store): Record<string, () => Statement | readonly Statement[]> {
  return {
    addSchools: () =>
      change.addSchools({ id: schoolId, uai: '0690001A', name: 'Un', department: '69' }),
    describeSchool: () => change.describeSchool(schoolId, { sector: 'public' }),
    addClasses: () =>
      change.addClasses({ schoolId, id: classId, name: 'A', yearGroup: '6e', schoolYear: 'y' }),
    addPupils: () => change.addPupils(pupilRow),
    addCards: () => change.addCards(cardRow),
    addRosterDraft: () =>
      change.addRosterDraft({ schoolId, id, staffId: id, content: {}, createdAt: at }),
    addInvitation: () =>
      change.addInvitation({
        ...{ id, digest: 'd1', schoolId, staffId: null, givenBy: null, role: 'teacher' },
        ...{ name: 'N', email: 'e@ecole.example', classIds: [], createdAt: at, expiresAt: at },
      }),
    takeInvitation: () => change.takeInvitation(id),
    forgetInvitationsOf: () => change.forgetInvitationsOf({ schoolId, email: 'e@ecole.example' }),
    forgetInvitationsExpiredBefore: () => change.forgetInvitationsExpiredBefore(at),
    changePassword: () => change.changePassword(id, 'x'),
    changeFactor: () => change.changeFactor(id, { factorStep: 1 }),
    useFactor: () => change.useFactor({ staffId: id, step: 2 }),
    endTeaching: () => change.endTeaching({ schoolId, staffId: id, classIds: [classId] }),
    changePupil: () => change.changePupil(pupil, { lastName: 'B' }),
    changeClass: () => change.changeClass({ schoolId, classId }, { name: 'B' }),
    addMemberships: () => change.addMemberships({ ...pupil, classId }),
    endMemberships: () => change.endMemberships({ schoolId, classId, pupilIds: [pupil.pupilId] }),
    holdGroup: () => change.holdGroup({ schoolId, classId }),
    settleGroup: () =>
      change.settleGroup(
        { schoolId, classId },
        { name: 'B', yearGroup: '6e' },
        { staffId: id, least: 1, most: 200 },
      ),
    endGroup: () => change.endGroup({ schoolId, classId }),
    endPastMemberships: () => change.endPastMemberships({ schoolId, schoolYear: '2027-2028' }),
    putPupilKeys: () => change.putPupilKeys({ ...pupil, kind: 'ine', digest: 'd' }),
    putAccommodation: () =>
      change.putAccommodation({ ...pupil, measures: ['extra-time'], staffId: id, saidAt: at }),
    forgetAccommodation: () => change.forgetAccommodation(pupil),
    addTransfers: () =>
      change.addTransfers({
        ...{ ...pupil, id, toSchoolId: schoolId, toPupilId: id, askedBy: id, askedAt: at },
      }),
    answerTransfer: () =>
      change.answerTransfer(id, { answer: 'agreed', answeredBy: id, answeredAt: at }),
    bringResult: () => change.bringResult(result),
    bringResponses: () => change.bringResponses(aResponse()),
    addPasskey: () => change.addPasskey(passkeyRow),
    usePasskey: () =>
      change.usePasskey({ id: 'k1', signCount: 1, lastUsedAt: at, challengedAt: at }),
    removePasskey: () => change.removePasskey({ id: 'k1', staffId: id }),
    putPositions: () =>
      change.putPositions({
        ...{ ...pupil, competence, schoolYear: '2026-2027', level: 1, staffId: id, saidAt: at },
      }),
    forgetPosition: () => change.forgetPosition({ ...pupil, competence, schoolYear: '2026-2027' }),
    endCards: () => change.endCards(pupil),
    takeRosterDraft: () => change.takeRosterDraft({ schoolId, id }),
    forgetRosterDrafts: () => change.forgetRosterDrafts(schoolId),
    forgetRosterDraftsBefore: () => change.forgetRosterDraftsBefore(at),
    addStaff: () => change.addStaff({ id, role: 'teacher', schoolId, ...staff }),
    addTeaching: () => change.addTeaching({ schoolId, classId, staffId: id }),
    addRefreshToken: () => change.addRefreshToken(token),
    addAccess: () => change.addAccess({ ...pupil, id, actorId: id, action: 'look', at }),
    addAssessments: () => change.addAssessments(assessmentRow),
    addAssessmentPupils: () => change.addAssessmentPupils({ ...pupil, assessmentId: id }),
    addAttempt: () => change.addAttempt(anAttempt()),
    addResponse: () => change.addResponse(aResponse()),
    advanceAttempt: () => change.advanceAttempt(attempt, step),
    publishRelease: () => change.publishRelease(releaseRow),
    replaceRefreshToken: () => change.replaceRefreshToken('d1', at),
    forgetTokensExpiredBefore: () => change.forgetTokensExpiredBefore(at),
    endTokenFamily: () => change.endTokenFamily(id),
    keepResult: () => change.keepResult(result),
    forgetResult: () => change.forgetResult(result),
    forgetExposure: () => change.forgetExposure(),
    addExposure: () => change.addExposure({ subject: 'item', key: 'i@1', times: 1 }),
    enqueueJob: () => change.enqueueJob(jobRow),
    takeJob: () => change.takeJob({ id, status: 'waiting', tries: 0 }, { now: at, leaseEnd: at }),
    extendLease: () => change.extendLease(held, at),
    keepProgress: () => change.keepProgress(held, { percent: 1, checkpoint: null, leaseEnd: at }),
    finishJob: () => change.finishJob(held, {}, at),
    failJob: () => change.failJob(held, 'e', at),
    giveBackJob: () => change.giveBackJob(held, at, null),
    forgetJobsEndedBefore: () => change.forgetJobsEndedBefore(at),
    addDashboardKey: () => change.addDashboardKey(dashboardKeyRow),
    removeDashboardKey: () => change.removeDashboardKey(id),
    beginPublication: () => change.beginPublication(publicationRow),
    addFigures: () =>
      change.addFigures({ publicationId: id, competence: '1.1', part: 'country:FR', figures: [] }),
    endPublication: () => change.endPublication({ id, sha256: 'h' }),
    forgetPublications: () => change.forgetPublications([id]),
    forgetUnpublished: () => change.forgetUnpublished({ releaseVersion: '1.0.0', but: id }),
    recordErasures: () => change.recordErasures({ ...pupil, erasedAt: at }),
    erasePupil: () => change.erasePupil({ ...pupil, erasedAt: at }),
    eraseRemnants: () => change.eraseRemnants(),
    anonymiseStaff: () => change.anonymiseStaff(id, staff),
    forgetLooksBefore: () => change.forgetLooksBefore(at),
    putRows: () => [
      ...change.putRows(schoolTables.pupil, [pupilRow]),
      ...change.putRows(schoolTables.card, [cardRow]),
    ],
    addResponses: () => change.addResponses([aResponse()]),
    removeRow: () => [
      change.removeRow(schoolTables.pupil, pupilRow),
      change.removeRow(schoolTables.card, cardRow),
    ],
    removePupil: () => change.removePupil(schoolId, pupil.pupilId),
    freeEmail: () => change.freeEmail({ id, ...staff }, { schoolId }),
    freePractice: () =>
      change.freePractice({
        ...anAttempt(),
        assessmentId: null,
        priorAloneSd: null,
        ...{
          usedMs: 0,
          questions: null,
          msAtMost: null,
          levelFrom: null,
          levelTo: null,
          reach: 'any',
        },
        currentItemId: null,
        currentItemVersion: null,
        currentSeed: null,
        lastAnswerAt: null,
        finishedAt: null,
      }),
    freeJobKey: () => change.freeJobKey({ id, kind: 'k', uniqueKey: 'u' }, { schoolId }),
  };
}
