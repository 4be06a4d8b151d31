import { uploadType } from '../plugins/app/uploads.ts';
import { type RouteContract, type RouteName, routes } from '@jalon/types';
import type { InjectOptions } from 'fastify';
import { giveBody } from './give-one.ts';
import { people, password, emailOf, tokenOf, uuid } from './two-schools.ts';

/** Every route of the contract, with its name. */
export const everyRoute = Object.entries<RouteContract>(routes).map(([name, contract]) => ({
  name,
  contract,
}));

/** What no device signed or made, in the shape of it. */
const noPasskey = {
  signed: {
    ...{ id: 'bm9uZQ', rawId: 'bm9uZQ', type: 'public-key' },
    response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' },
  },
  made: {
    ...{ id: 'bm9uZQ', rawId: 'bm9uZQ', type: 'public-key' },
    response: { clientDataJSON: 'e30', attestationObject: 'AA' },
  },
};

/** Bodies that the contract takes. */
export const bodies: Partial<Record<RouteName, object>> = {
  signInWithCard: { card: people.cards.own },
  signInWithPictures: { pictures: ['cat', 'sun', 'key'] },
  signInAsStaff: { email: emailOf(people.own.teacher), password },
  startAttempt: { mode: 'given', assessmentId: people.own.assessment },
  submitResponse: {
    ordinal: 1,
    response: { kind: 'choice', option: 'o1' },
    clientKey: '00000000-0000-4000-8000-00000000c11e',
    durationMs: 4_000,
  },
  tryItem: { seed: '1', response: { kind: 'choice', option: 'o1' } },
  signInWithCode: { code: '123456' },
  confirmFactor: { secret: 'A'.repeat(32), code: '123456' },
  endFactor: { code: '123456' },
  changePassword: { current: 'not the password', password: 'quatre mots sans rapport' },
  signInWithPasskey: { credential: noPasskey.signed },
  beginPasskey: { password: 'not the password' },
  addPasskey: { name: 'Ordinateur', credential: noPasskey.made },
  removePasskey: { passkey: 'bm9uZQ' },
  endSessions: { session: 'others' },
  inviteStaff: { name: 'Alix Orme', email: 'alix@ecole.example', role: 'teacher', classIds: [] },
  setClasses: { classIds: [] },
  readInvitation: { token: tokenOf('own') },
  acceptInvitation: { token: tokenOf('own'), password: 'quatre mots sans rapport' },
  sayPositions: { pupilId: people.own.pupil, positions: [{ competence: '1.1', level: 1 }] },
  sayAccommodations: { measures: ['extra-time'] },
  makeClassCards: { whose: 'without-card', pictures: false },
  makePupilCard: { pictures: true },
  confirmRoster: { fingerprint: 'of another day', absentHaveLeft: false, who: [] },
  askTransfers: { pupilIds: [people.own.pupil] },
  answerTransfer: { answer: 'refused' },
  askCohortExport: { format: 'xlsx' },
  makeGroup: { name: 'Soutien', pupilIds: [people.own.pupil] },
  changeGroup: { name: 'Soutien du lundi', add: [], remove: [] },
  giveAssessments: giveBody({ title: 'Un test' }),
};

/** The body that a route takes, or nothing where it takes none. */
export function bodyOf(name: string): { payload?: object } {
  const body = Object.entries(bodies).find(([route]) => route === name)?.[1];
  return body ? { payload: body } : {};
}

/** What a route is sent: its body, or a file that is none of a roster's. */
export const sentTo = (name: string, contract: RouteContract): InjectOptions =>
  contract.upload
    ? { headers: { 'content-type': uploadType }, payload: Buffer.from('Nom;Prénom\n') }
    : bodyOf(name);

/** An item of the release that the tests run under. */
const knownItem = '1.1-question-1';

/** An export of the first inspector's, where `addDoneExport` wrote it. */
export const knownExport = uuid(901);

/** What stands in a path for something that whoever may call the route reaches. */
export function reachedBy({ access, path }: RouteContract): string {
  if (access !== 'public' && access.subject) return people.own[access.subject];
  if (path.includes(':exportId')) return knownExport;
  return path.includes(':itemId') ? knownItem : uuid(1);
}

/** A route's path with every parameter replaced by what is given. */
export const pathWith = ({ path }: RouteContract, value: string): string =>
  path.replace(/:\w+/g, encodeURIComponent(value));
