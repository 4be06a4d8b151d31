import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeResponse,
  instantiate,
  keyResponse,
  present,
  ResponseRefused,
  score,
} from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import type { Event, World } from './contract.ts';
import { world as worldSchema } from './contract.ts';
import { machine, type State } from './machine.ts';

const lina = 'lina@college.example';
const world: World = worldSchema.parse({
  me: { name: 'Lina', address: lina },
  folders: [{ id: 'f1', name: 'Club' }],
  messages: [
    {
      id: 'm1',
      from: { name: 'Le club', address: 'club@club.example' },
      replyTo: 'secretariat@club.example',
      to: [lina, 'tom@college.example'],
      subject: 'Rendez-vous',
      date: 'lundi',
      body: ['Qui vient ?', { link: { id: 'l1', text: 'Le plan', address: 'club.example/plan' } }],
      attachments: [{ id: 'a1', name: 'plan.pdf', size: '80 Ko' }],
    },
    {
      id: 'm2',
      from: { name: 'Tom', address: 'tom@college.example' },
      to: [lina],
      subject: 'Photo',
      date: 'mardi',
      body: ['Bonjour'],
    },
  ],
  files: [{ id: 'a2', name: 'fiche.odt', size: '20 Ko' }],
});

const after = (...log: Event[]): State | number => {
  const walk = replay(machine, world, log);
  if ('impossible' in walk) return walk.impossible;
  return walk.states.at(-1) ?? machine.start(world);
};
const open = (message: string): Event => ({ do: 'open', message });
const sent = (changes: Partial<Extract<Event, { do: 'send' }>> = {}): Event => ({
  do: 'send',
  as: 'new',
  message: null,
  to: ['tom@college.example'],
  cc: [],
  bcc: [],
  subject: 'Bonjour',
  body: 'Je viens.',
  files: [],
  ...changes,
});

describe('a mailbox', () => {
  it('knows what was read, looked at, followed and opened', () => {
    const log: Event[] = [
      open('m1'),
      { do: 'examine', message: 'm1' },
      { do: 'point', message: 'm1', link: 'l1' },
      { do: 'follow', message: 'm1', link: 'l1' },
      { do: 'unpack', message: 'm1', attachment: 'a1' },
    ];
    expect(after(...log)).toMatchObject({
      read: ['m1'],
      examined: ['m1'],
      pointed: ['m1 l1'],
      followed: ['m1 l1'],
      unpacked: ['m1 a1'],
    });
  });

  it('sorts messages, and puts a reported one among the junk', () => {
    expect(after({ do: 'move', message: 'm1', folder: 'f1' })).toMatchObject({
      folders: { m1: 'f1', m2: 'inbox' },
    });
    expect(after(open('m2'), { do: 'report', message: 'm2' })).toMatchObject({
      folders: { m2: 'junk' },
      reported: ['m2'],
    });
  });

  it('refuses what no mailbox lets one do', () => {
    const never: Event[] = [
      open('m9'),
      { do: 'examine', message: 'm1' },
      { do: 'report', message: 'm2' },
      { do: 'move', message: 'm1', folder: 'f9' },
      { do: 'move', message: 'm1', folder: 'sent' },
      { do: 'move', message: 'm1', folder: 'inbox' },
      sent({ to: [] }),
      sent({ to: ['tom'] }),
      sent({ as: 'reply' }),
      sent({ as: 'reply', message: 'm1' }),
      sent({ message: 'm1' }),
      sent({ files: ['a9'] }),
      sent({ files: ['a2', 'a2'] }),
    ];
    for (const event of never) expect(after(event)).toBe(1);
    expect(after(open('m1'), { do: 'follow', message: 'm1', link: 'l9' })).toBe(2);
    expect(after(open('m1'), { do: 'unpack', message: 'm1', attachment: 'a9' })).toBe(2);
  });
});

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constant('open'), message: fc.constantFrom('m1', 'm2', 'm3') }),
  fc.record({
    do: fc.constantFrom('examine', 'report'),
    message: fc.constantFrom('m1', 'm2', 'm3'),
  }),
  fc.record({
    do: fc.constantFrom('point', 'follow'),
    message: fc.constantFrom('m1', 'm2'),
    link: fc.constantFrom('l1', 'l2'),
  }),
  fc.record({
    do: fc.constant('move'),
    message: fc.constantFrom('m1', 'm2'),
    folder: fc.constantFrom('inbox', 'sent', 'junk', 'trash', 'f1', 'x', '__proto__'),
  }),
  fc
    .record({
      as: fc.constantFrom('new', 'reply', 'forward'),
      message: fc.constantFrom(null, 'm1'),
    })
    .map((changes) => sent(changes)),
);

describe('whatever is sent to a mailbox', () => {
  it('is gone through or refused, the same each time', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 60 }), (log) => {
        const walk = replay(machine, world, log);
        expect(replay(machine, world, log)).toEqual(walk);
        if ('states' in walk) expect(walk.states).toHaveLength(log.length + 1);
        else expect(walk.impossible).toBeLessThanOrEqual(log.length);
      }),
    );
  });
});

describe('an item of a mailbox', () => {
  const instance = instantiate(item('mailbox'), 'a');
  const key = keyResponse(instance);
  const log = key.kind === 'mailbox' ? key.log : [];

  it('tells which steps were done, and what was missed', () => {
    expect(score(instance, key)).toMatchObject({ points: 2, possible: 2, correct: true });
    expect(score(instance, { kind: 'mailbox', log: log.slice(0, 3) }).steps).toEqual([
      { goal: 'Signaler le faux message', done: true, text: 'Signaler le faux message' },
      { goal: 'Répondre à Mme Tilleul', done: false, text: 'Mme Tilleul attendait une réponse.' },
    ]);
  });

  it('never gives fewer points for more of the solution', () => {
    const points = log.map(
      (_, index) => score(instance, { kind: 'mailbox', log: log.slice(0, index + 1) }).points,
    );
    expect(points).toEqual(points.toSorted((a, b) => a - b));
  });

  it('does not forget what was done before everything was put back', () => {
    const followed: Event[] = [open('m2'), { do: 'follow', message: 'm2', link: 'l1' }];
    const again = [...followed, { do: 'restart' as const }, ...log];
    expect(score(instance, { kind: 'mailbox', log: again }).points).toBe(1);
  });

  it('refuses a log that could not have happened', () => {
    const impossible = {
      kind: 'mailbox' as const,
      log: [{ do: 'report' as const, message: 'm2' }],
    };
    expect(() => score(instance, impossible)).toThrow(ResponseRefused);
  });

  it('shows the mailbox, and neither the steps nor the solution', () => {
    const shown = JSON.stringify(present(instance));
    expect(shown).toContain('gagne-un-lot.example');
    expect(shown).not.toContain('Signaler');
    expect(shown).not.toContain('Oui, je viens');
  });

  it('is told event by event', () => {
    const told = describeResponse(instance, { kind: 'mailbox', log: log.slice(0, 3) });
    expect(told.replaceAll('\u00a0', ' ')).toBe(
      'ouvre « Ton compte va fermer » ; regarde l’expéditeur de « Ton compte va fermer » ; signale « Ton compte va fermer »',
    );
  });

  it('is scored in under 5 ms where 500 events were sent', () => {
    const long = Array.from({ length: 250 }, (): Event[] => [open('m1'), open('m2')]).flat();
    const answer = { kind: 'mailbox' as const, log: long };
    expect(fastest(() => score(instance, answer))).toBeLessThan(5);
  });
});
