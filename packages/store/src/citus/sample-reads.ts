import { schoolTables } from '../copy/tables.ts';
import type { Store } from '../store.ts';
import { idOf } from '../testing/index.ts';

const schoolId = idOf('s1');
const person = idOf('t1');
const at = new Date(0);
const [competence, releaseVersion] = ['1.1', '1.0.0'];
const pupil = { schoolId, pupilId: idOf('p1') };
const attempt = { schoolId, attemptId: idOf('a1') };
const aClass = { schoolId, classId: idOf('c1') };
const assessment = { schoolId, assessmentId: idOf('as1') };
const reach = { actorId: pupil.pupilId, schoolId, subjectId: attempt.attemptId };

type Asked = () => Promise<unknown>;

/** Each question of the store, asked once, by its name. */
export function sampleReads({ read }: Store): Record<string, Asked> {
  const { assessments, attempts, classes, cohorts, dashboardKeys, identity, jobs } = read;
  const { publications, quality, rights, roster, rows, scopes, staff, transfers } = read;
  const pages = Object.values(schoolTables).map((of): [string, Asked] => [
    `rows.page ${of.name}`,
    () => rows.page(of, schoolId, null, 10),
  ]);
  return {
    'identity.pupilByCard': () => identity.pupilByCard('d1'),
    'identity.pupilById': () => identity.pupilById(pupil),
    'identity.staffByEmail': () => identity.staffByEmail('t1@ecole.example'),
    'identity.staffAccount': () => identity.staffAccount(person),
    'identity.staffById': () => identity.staffById(person),
    'identity.refreshToken': () => identity.refreshToken('d1'),
    'identity.district': () => identity.district('0691234X'),
    'identity.schoolCount': () => identity.schoolCount(),
    'roster.pupils': () => roster.pupils(schoolId),
    'roster.keys': () => roster.keys(schoolId),
    'roster.rosterGroups': () => roster.rosterGroups({ schoolId, schoolYear: '2026-2027' }),
    'roster.classes': () => roster.classes(schoolId),
    'roster.places': () => roster.places(schoolId),
    'roster.cardHolders': () => roster.cardHolders(schoolId),
    'roster.teachers': () => roster.teachers(schoolId),
    'roster.draft': () => roster.draft({ schoolId, id: person }),
    'transfers.byId': () => transfers.byId(person),
    'transfers.ofSchool': () => transfers.ofSchool(schoolId),
    'transfers.knownElsewhere': () =>
      transfers.knownElsewhere({ schoolId, kind: 'ine', digests: ['d'] }),
    'transfers.pupils': () => transfers.pupils({ schoolId, pupilIds: [pupil.pupilId] }),
    'transfers.ofPupil': () => transfers.ofPupil(pupil),
    'transfers.askedOrAnsweredBy': () => transfers.askedOrAnsweredBy(person),
    'scopes.schoolTransfer': () => scopes.schoolTransfer({ ...reach, subjectId: person }),
    'staff.ofSchool': () => staff.ofSchool(schoolId),
    'staff.member': () => staff.member({ schoolId, staffId: person }),
    'staff.withSecondFactor': () => staff.withSecondFactor(schoolId),
    'staff.passkeys': () => staff.passkeys(person),
    'staff.passkey': () => staff.passkey('k1'),
    'staff.invitations': () => staff.invitations(schoolId),
    'staff.invitationByDigest': () => staff.invitationByDigest('d1'),
    'scopes.schoolStaff': () => scopes.schoolStaff({ ...reach, subjectId: person }),
    'scopes.schoolInvitation': () => scopes.schoolInvitation({ ...reach, subjectId: person }),
    'scopes.schoolClass': () => scopes.schoolClass({ ...reach, subjectId: aClass.classId }),
    'scopes.schoolPupil': () => scopes.schoolPupil({ ...reach, subjectId: pupil.pupilId }),
    'scopes.schoolRoster': () => scopes.schoolRoster({ ...reach, subjectId: person }),
    'scopes.ownAttempt': () => scopes.ownAttempt(reach),
    'scopes.taughtClass': () => scopes.taughtClass(reach),
    'scopes.taughtPupil': () => scopes.taughtPupil(reach),
    'scopes.taughtAssessment': () => scopes.taughtAssessment(reach),
    'scopes.taughtAttempt': () => scopes.taughtAttempt(reach),
    'attempts.byId': () => attempts.byId(attempt),
    'attempts.byIds': () => attempts.byIds({ schoolId, attemptIds: [attempt.attemptId] }),
    'attempts.responsesOf': () =>
      attempts.responsesOf({ schoolId, attemptIds: [attempt.attemptId] }),
    'attempts.responses': () => attempts.responses(attempt),
    'attempts.ofAssessment': () => attempts.ofAssessment({ ...pupil, ...assessment }),
    'attempts.openPractice': () => attempts.openPractice({ ...pupil, competence }),
    'attempts.ofPupil': () => attempts.ofPupil(pupil),
    'attempts.itemsSeen': () => attempts.itemsSeen({ ...pupil, competence }),
    'attempts.result': () => attempts.result({ ...pupil, competence, releaseVersion }),
    'attempts.resultsOfPupil': () => attempts.resultsOfPupil(pupil),
    'attempts.exposureCounts': () => attempts.exposureCounts(),
    'attempts.countExposure': () => attempts.countExposure(schoolId),
    'assessments.byId': () => assessments.byId(assessment),
    'assessments.chosen': () => assessments.chosen(assessment),
    'assessments.chosenOfClass': () => assessments.chosenOfClass(aClass),
    'assessments.ofPupil': () => assessments.ofPupil(pupil),
    'attempts.everyAttempt': () => attempts.everyAttempt(),
    'classes.taughtBy': () => classes.taughtBy({ schoolId, staffId: person }),
    'classes.pupilsTaughtBy': () =>
      classes.pupilsTaughtBy({ schoolId, staffId: person, since: '2026-2027' }),
    'classes.byId': () => classes.byId(aClass),
    'classes.hasMember': () => classes.hasMember({ ...aClass, pupilId: pupil.pupilId }),
    'classes.pupils': () => classes.pupils(aClass),
    'classes.results': () => classes.results(aClass),
    'classes.measures': () => classes.measures({ ...aClass, since: at }),
    'assessments.quickAnswers': () => assessments.quickAnswers({ ...assessment, belowMs: 3_000 }),
    'attempts.quickAnswers': () => attempts.quickAnswers({ ...attempt, belowMs: 3_000 }),
    'classes.accommodations': () => classes.accommodations(aClass),
    'classes.positions': () => classes.positions({ ...aClass, schoolYear: '2026-2027' }),
    'assessments.ofClass': () => assessments.ofClass(aClass),
    'assessments.sittingCounts': () => assessments.sittingCounts(aClass),
    'assessments.attempts': () => assessments.attempts(assessment),
    'jobs.due': () => jobs.due({ now: at, kinds: ['k'], limit: 1 }),
    'jobs.countByStatus': () => jobs.countByStatus(),
    'jobs.byId': () => jobs.byId(person),
    'jobs.ofKeys': () => jobs.ofKeys({ kind: 'k', prefix: 'u' }),
    'jobs.byKey': () => jobs.byKey({ kind: 'k', uniqueKey: 'u' }),
    'jobs.newestDone': () => jobs.newestDone('k'),
    'quality.resultCounts': () => quality.resultCounts(),
    'quality.answers': () => quality.answers({ competence, releaseVersion }, attempt, 1),
    'rights.schoolByUai': () => rights.schoolByUai('0690001A'),
    'rights.pupil': () => rights.pupil(pupil),
    'rights.accommodation': () => rights.accommodation(pupil),
    'rights.accommodationsBy': () => rights.accommodationsBy(person),
    'rights.groups': () => rights.groups(pupil),
    'rights.keyKinds': () => rights.keyKinds(pupil),
    'rights.positions': () => rights.positions(pupil),
    'rights.positionsBy': () => rights.positionsBy(person),
    'rights.cardCount': () => rights.cardCount(pupil),
    'rights.results': () => rights.results(pupil),
    'rights.looksAt': () => rights.looksAt(pupil),
    'rights.looksOfSchool': () => rights.looksOfSchool(schoolId, person, 10),
    'rights.sessionsOf': () => rights.sessionsOf(person),
    'rights.classesTaught': () => rights.classesTaught(person),
    'rights.assessmentsGivenBy': () => rights.assessmentsGivenBy(person),
    'rights.invitationsAbout': () => rights.invitationsAbout(person),
    'rights.looksBy': () => rights.looksBy(person),
    'rights.erasures': () => rights.erasures(),
    'rights.erasedYetPresent': () => rights.erasedYetPresent(),
    'rights.schoolYears': () => rights.schoolYears(),
    'rights.pupilsOfYears': () => rights.pupilsOfYears(['2026-2027'], 1),
    'rights.countPupilsOfYears': () => rights.countPupilsOfYears(['2026-2027']),
    'rights.countOverdue': () => rights.countOverdue({ sessions: at, looks: at, jobs: at }),
    ...Object.fromEntries(pages),
    'rows.attempts': () => rows.attempts(schoolId, attempt.attemptId, 1),
    'rows.responsesOf': () => rows.responsesOf(schoolId, [attempt.attemptId]),
    'rows.schools': () => rows.schools(null, 1),
    'rows.schoolByUai': () => rows.schoolByUai('0690001A'),
    'rows.schoolById': () => rows.schoolById(schoolId),
    'rows.releases': () => rows.releases(schoolId),
    'rows.pupilIds': () => rows.pupilIds(schoolId, pupil.pupilId, 1),
    'rows.attemptsOf': () => rows.attemptsOf(schoolId, [pupil.pupilId]),
    'rows.responsesOfPupils': () => rows.responsesOfPupils(schoolId, [pupil.pupilId]),
    'rows.resultsOf': () => rows.resultsOf(schoolId, [pupil.pupilId]),
    'rows.postgresDatabase': () => rows.postgresDatabase(),
    'cohorts.yearGroups': () => cohorts.yearGroups(),
    'cohorts.resultCounts': () => cohorts.resultCounts(),
    'cohorts.measures': () => cohorts.measures({ schoolId, releaseVersion }),
    'cohorts.firstMeasures': () => cohorts.firstMeasures({ schoolId, releaseVersion, since: at }),
    'dashboardKeys.byDigest': () => dashboardKeys.byDigest('d'),
    'dashboardKeys.all': () => dashboardKeys.all(),
    'publications.all': () => publications.all(),
    'publications.newest': () => publications.newest({ releaseVersion, before: at }),
    'publications.schools': () => publications.schools(person),
    'publications.figures': () =>
      publications.figures({ publicationId: person, competence, parts: ['country:FR'] }),
    'publications.figuresOfPart': () =>
      publications.figuresOfPart({ publicationIds: [person], part: 'country:FR' }),
    'publications.page': () =>
      publications.page({ publicationId: person, competence, after: 'a', limit: 1 }),
  };
}
