/** A query that speaks to more than one shard, and when it does. */
interface Wide {
  /** `many`: to every shard, each by itself. `apart`: to tables that do not lie beside each other. */
  readonly reach: 'many' | 'apart';
  readonly when: string;
}

const many = (when: string): Wide => ({ reach: 'many', when });

const ownData = many('someone asks what is kept about them');
const byHand = many('what is derived is rebuilt, by hand');
const restored = many('a backup was restored');
const nightly = many('what has had its time is removed, at night');
const copied = many('a school is copied');

/**
 * The questions and changes that speak to more than one shard. Each is seldom, and no pupil at work
 * waits for it. What is not here speaks to one shard, or to none; the tests hold that.
 */
export const manyShards: Readonly<Record<string, Wide>> = {
  // They name the school once, and carry it into a subquery, as Citus allows; named twice, they
  // would go to one shard in every version of it.
  'classes.byId': many('a teacher opens a class'),
  'classes.taughtBy': many('a teacher opens the first page'),

  'cohorts.resultCounts': many('figures are published, at night, on a replica'),
  'cohorts.yearGroups': many('figures are published, at night, on a replica'),
  'quality.resultCounts': many('the quality of items is judged, at night, on a replica'),
  'quality.answers': many('the quality of items is judged, at night, on a replica'),
  'roster.cardHolders': many('an administrator looks at the classes: cards lie by their digests'),
  'transfers.knownElsewhere': many('an administrator looks for records at other schools'),
  'attempts.everyAttempt': byHand,
  'rights.accommodationsBy': ownData,
  'rights.assessmentsGivenBy': ownData,
  'rights.cardCount': ownData,
  'rights.classesTaught': ownData,
  'rights.looksBy': ownData,
  'rights.positionsBy': ownData,
  'rights.sessionsOf': ownData,
  'rights.erasures': restored,
  'rights.erasedYetPresent': restored,
  'rights.schoolYears': nightly,
  'rights.pupilsOfYears': nightly,
  'rights.countPupilsOfYears': nightly,
  'rights.countOverdue': nightly,
  'rows.page card': copied,
  'rows.page refreshToken': copied,

  'change.changePassword': many('somebody chooses a new password: sessions lie by their digests'),
  'change.endCards': many('a card is renewed, or a pupil leaves: cards lie by their digests'),
  'change.forgetRosterDraftsBefore': nightly,
  'change.endTokenFamily': many('someone signs out'),
  'change.anonymiseStaff': many('a member of staff leaves'),
  'change.erasePupil': many('a pupil is erased: cards and sessions lie by their digests'),
  // Citus refuses to delete sessions by what it finds among erasures, which lie by school: the
  // erased are to be read first, and named.
  'change.eraseRemnants': { reach: 'apart', when: 'pupils were erased' },
  'change.forgetLooksBefore': nightly,
  'change.forgetTokensExpiredBefore': many('once an hour'),
  'change.removePupil': many('a school is copied: cards lie by their digests'),
};
