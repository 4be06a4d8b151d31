import { aResponse, anAttempt } from '../testing/rows.ts';
import { schoolTables } from './tables.ts';
import type { World } from './testing-world.ts';

/** Something that happens in a store of tests; the numbers say to whom. */
export interface Happening {
  what: keyof ReturnType<typeof happeningsOf>;
  a: number;
  b: number;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const at = (n: number) => new Date(1_700_000_000_000 + n);

/** What may happen; each does nothing where there is nobody to do it. */
export function happeningsOf(world: World) {
  const { store } = world;
  const { change, write } = store;
  const t = schoolTables;
  return {
    async school(a: number) {
      const id = world.newId();
      const uai = `${1_000_000 + world.made}A`;
      await write(change.addSchools({ id, uai, name: world.word(a), department: '69' }));
      world.schools.push(id);
    },
    async class(a: number, b: number) {
      const schoolId = pick(world.schools, a);
      if (schoolId === undefined) return;
      const row = { schoolId, id: world.newId(), name: world.word(b), yearGroup: '6e' };
      world.classes.push({ ...row, schoolYear: '2026-2027' });
      await write(change.addClasses({ ...row, schoolYear: '2026-2027' }));
    },
    async teacher(a: number, b: number) {
      const schoolId = b % 4 === 0 ? null : (pick(world.schools, a) ?? null);
      const id = world.newId();
      const row = {
        id,
        schoolId,
        name: world.word(b),
        email: `${id}@ecole.example`,
        passwordHash: 'x',
      };
      const place = schoolId ? { role: 'teacher' as const } : { role: 'inspector' as const };
      world.staff.push({ ...row, ...place });
      await write(change.addStaff({ ...row, ...place }));
    },
    async swapEmails(a: number, b: number) {
      const [one, other] = [pick(world.staff, a), pick(world.staff, b)];
      if (!one || !other || one === other) return;
      [one.email, other.email] = [other.email, one.email];
      const noFactor = { factorSecret: null, factorStep: null, recoveryDigests: null };
      const noTerritory = { territoryKind: null, territoryCode: null };
      const aside = { ...noTerritory, schoolId: null, ...noFactor };
      await write(
        ...change.putRows(t.staff, [{ ...aside, ...one, email: 'aside' }]),
        ...change.putRows(t.staff, [{ ...aside, ...other }]),
        ...change.putRows(t.staff, [{ ...aside, ...one }]),
      );
    },
    async dismiss(a: number) {
      const one = pick(world.staff, a);
      const isNeeded = world.taught.some(({ staffId }) => staffId === one?.id);
      if (!one || isNeeded || world.givers.has(one.id)) return;
      world.staff = world.staff.filter((other) => other !== one);
      await write(change.removeRow(t.staff, { ...one, schoolId: one.schoolId ?? null }));
    },
    async teach(a: number, b: number) {
      const here = pick(world.classes, a);
      const staff = world.staff.filter(({ schoolId }) => schoolId === here?.schoolId);
      const by = pick(staff, b);
      if (!here || !by) return;
      const row = { schoolId: here.schoolId, classId: here.id, staffId: by.id };
      if (world.taught.some((one) => one.classId === here.id && one.staffId === by.id)) return;
      world.taught.push(row);
      await write(change.addTeaching(row));
    },
    async teachNoMore(a: number) {
      const one = pick(world.taught, a);
      if (!one) return;
      world.taught = world.taught.filter((other) => other !== one);
      await write(change.removeRow(t.teaching, one));
    },
    async pupil(a: number, b: number) {
      const here = pick(world.classes, a);
      if (!here) return;
      const row = {
        schoolId: here.schoolId,
        id: world.newId(),
        classId: here.id,
        firstName: world.word(b),
        lastName: world.word(b + 1),
        yearGroup: b % 2 === 0 ? null : '6e',
        leftAt: b % 3 === 0 ? at(b) : null,
      };
      world.pupils.push(row);
      const card = { digest: row.id, schoolId: row.schoolId, pupilId: row.id };
      await write(change.addPupils(row), change.addCards(card));
    },
    async rename(a: number, b: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      one.lastName = world.word(b);
      await write(...change.putRows(t.pupil, [{ ...one }]));
    },
    async join(a: number, b: number) {
      const [one, group] = [pick(world.pupils, a), pick(world.classes, b)];
      if (!one || one.schoolId !== group?.schoolId) return;
      await write(
        change.addMemberships({ schoolId: one.schoolId, classId: group.id, pupilId: one.id }),
      );
    },
    async leave(a: number, b: number) {
      const [one, group] = [pick(world.pupils, a), pick(world.classes, b)];
      if (!one || one.schoolId !== group?.schoolId) return;
      const { schoolId } = one;
      await write(change.endMemberships({ schoolId, classId: group.id, pupilIds: [one.id] }));
    },
    async know(a: number, b: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      const [kind, digest] = [b % 2 === 0 ? 'ine' : 'civil', world.word(b)];
      const { schoolId, id: pupilId } = one;
      await write(change.putPupilKeys({ schoolId, pupilId, kind, digest }));
    },
    async position(a: number, b: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      const { schoolId, id: pupilId } = one;
      const of = { schoolId, pupilId, competence: '1.1', schoolYear: '2026-2027' };
      await write(
        ...(b % 4 === 0
          ? [change.forgetPosition(of)]
          : [change.putPositions({ ...of, level: b % 4, staffId: world.newId(), saidAt: at(b) })]),
      );
    },
    async need(a: number, b: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      const of = { schoolId: one.schoolId, pupilId: one.id };
      const said = { measures: [world.word(b)], staffId: world.newId(), saidAt: at(b) };
      await write(
        b % 3 === 0 ? change.forgetAccommodation(of) : change.putAccommodation({ ...of, ...said }),
      );
    },
    async give(a: number, b: number) {
      const one = pick(world.pupils, a);
      const by = pick(world.staff, b);
      if (!one || !by) return;
      const [schoolId, id] = [one.schoolId, world.newId()];
      await write(
        change.addAssessments({
          ...{ schoolId, id, classId: one.classId, givenBy: by.id, title: world.word(b) },
          ...{ competence: '1.1', releaseVersion: '1.0.0', feedback: 'now', givenAt: at(a) },
          audience: 'chosen',
        }),
        change.addAssessmentPupils({ schoolId, assessmentId: id, pupilId: one.id }),
      );
      world.givers.add(by.id);
    },
    async keepPasskey(a: number, b: number) {
      const by = pick(world.staff, a);
      if (!by) return;
      await write(
        change.addPasskey({
          ...{ id: world.newId(), staffId: by.id, schoolId: by.schoolId ?? null },
          ...{ publicKey: 'x', signCount: b, transports: [], name: world.word(b) },
          ...{ createdAt: at(a), lastUsedAt: null },
        }),
      );
      world.givers.add(by.id);
    },
    async askFor(a: number, b: number) {
      const [one, other] = [pick(world.pupils, a), pick(world.pupils, b)];
      if (!one || !other || one.schoolId === other.schoolId) return;
      const id = world.newId();
      await write(
        change.addTransfers({
          ...{ id, schoolId: one.schoolId, pupilId: one.id, askedBy: world.newId() },
          ...{ toSchoolId: other.schoolId, toPupilId: other.id, askedAt: at(a) },
        }),
      );
      const answered = { answer: 'agreed', answeredBy: world.newId(), answeredAt: at(b) } as const;
      if (b % 2 === 0) await write(change.answerTransfer(id, answered));
    },
    async roster(a: number, b: number) {
      const schoolId = pick(world.schools, a);
      if (schoolId === undefined) return;
      const row = { schoolId, id: world.newId(), staffId: world.newId(), createdAt: at(b) };
      await write(
        ...(b % 2 === 0 ? [change.forgetRosterDrafts(schoolId)] : []),
        change.addRosterDraft({ ...row, content: { word: world.word(b) } }),
      );
    },
    async newCard(a: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      await write(
        change.removeRow(t.card, { digest: one.id, schoolId: one.schoolId, pupilId: one.id }),
        change.addCards({ digest: world.newId(), schoolId: one.schoolId, pupilId: one.id }),
      );
    },
    async erase(a: number) {
      const one = pick(world.pupils, a);
      if (!one) return;
      world.pupils = world.pupils.filter((other) => other !== one);
      world.attempts = world.attempts.filter(({ pupilId }) => pupilId !== one.id);
      const erasure = { schoolId: one.schoolId, pupilId: one.id, erasedAt: at(a) };
      await write(
        ...change.removePupil(one.schoolId, one.id),
        ...change.putRows(t.erasure, [erasure]),
      );
    },
    async begin(a: number, b: number) {
      const one = pick(world.pupils, a);
      const open = world.attempts.some((row) => row.pupilId === one?.id && row.status === 'open');
      if (!one || open) return;
      const { schoolId, id: pupilId } = one;
      const row = anAttempt({ schoolId, pupilId, id: world.newId(), title: world.word(b) });
      world.attempts.push({ ...row, mode: 'practice' });
      await write(change.addAttempt({ ...row, mode: 'practice' }));
    },
    async answer(a: number, b: number) {
      const open = world.attempts.filter(({ status }) => status === 'open');
      const one = pick(open, a);
      if (!one) return;
      const { schoolId, id: attemptId } = one;
      one.answered += 1;
      one.ability = Math.sin(b) / 3;
      one.status = b % 3 === 0 ? 'finished' : 'open';
      one.lastAnswerAt = at(b);
      await write(
        ...change.putRows(t.attempt, [{ ...one }]),
        change.addResponse(
          aResponse({
            schoolId,
            attemptId,
            ordinal: one.answered,
            clientKey: world.newId(),
            response: { b: world.word(b), a: [b / 7, null] },
            points: Math.cos(b),
          }),
        ),
      );
      if (one.status === 'open') return;
      await write(
        change.keepResult({
          ...{ schoolId, pupilId: one.pupilId, competence: '1.1', releaseVersion: '1.0.0' },
          ...{ attemptId, ability: one.ability, standardError: 0.5, level: 1 + (b % 5) },
          ...{ probabilities: [Math.sin(b), 1e-9], responses: one.answered, finishedAt: at(b) },
        }),
      );
    },
    async look(a: number, b: number) {
      const [pupil, by] = [pick(world.pupils, a), pick(world.staff, b)];
      if (!pupil || !by) return;
      const [schoolId, pupilId] = [pupil.schoolId, pupil.id];
      const look = { schoolId, id: world.newId(), actorId: by.id, pupilId };
      await write(change.addAccess({ ...look, action: world.word(b), at: at(a) }));
    },
    async signIn(a: number, b: number) {
      const by = pick(world.staff, a);
      if (!by) return;
      const row = {
        ...{ tokenDigest: world.newId(), familyId: world.newId(), actorId: by.id, role: by.role },
        ...{ schoolId: by.schoolId ?? null, issuedAt: at(a), expiresAt: at(b), replacedAt: null },
      };
      world.tokens.push(row);
      await write(change.addRefreshToken(row));
    },
    async signOut(a: number) {
      const one = pick(world.tokens, a);
      if (one) await write(change.endTokenFamily(one.familyId));
    },
    async job(a: number, b: number) {
      const row = {
        ...{ id: world.newId(), kind: 'export', uniqueKey: String(a % 3), input: { b } },
        ...{ schoolId: pick(world.schools, a % 3) ?? null, status: 'waiting' as const, tries: 0 },
        ...{ dueAt: at(a), percent: b % 100, createdAt: at(b) },
        ...{ checkpoint: null, outcome: null, error: null, finishedAt: null },
      };
      await write(change.freeJobKey(row, 'all'), ...change.putRows(t.job, [row]));
    },
  };
}

/** Makes something happen. */
export const happen = (world: World, { what, a, b }: Happening): Promise<void> =>
  happeningsOf(world)[what](a, b);
