import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkItem, describeResponse, instantiate, keyResponse, score } from '../../index.ts';
import { replay } from '../../simulator/machine.ts';
import { item } from '../../testing/definitions.ts';
import { fastest } from '../../testing/fastest.ts';
import { type Condition, holds } from './conditions.ts';
import { type Event, event as eventSchema, type World, world as worldSchema } from './contract.ts';
import { driveOf, inside, machine, sizeOf, type State, takenOn } from './machine.ts';

const world: World = worldSchema.parse({
  drives: [
    { id: 'd1', name: 'Ordinateur', type: 'computer' },
    { id: 'd2', name: 'Clé', type: 'stick', size: 1000 },
    { id: 'd3', name: 'Espace', type: 'cloud' },
  ],
  folders: [
    { id: 'f1', name: 'Cours', in: 'd1' },
    { id: 'f2', name: 'Maths', in: 'f1' },
  ],
  files: [
    {
      id: 'a1',
      name: 'notes.odt',
      in: 'f2',
      size: 300,
      date: 'lundi',
      versions: [{ id: 'v1', date: 'dimanche', note: 'avant' }],
    },
    { id: 'a2', name: 'film.mp4', in: 'd1', size: 900, date: 'mardi' },
    { id: 'a3', name: 'liste.ods', in: 'd3', size: 10, date: 'mardi' },
  ],
  people: [{ id: 'p1', name: 'Tom' }],
});

const after = (...log: Event[]): State => {
  const walk = replay(machine, world, log);
  const state = 'states' in walk ? walk.states.at(-1) : undefined;
  if (!state) throw new Error(`refused: ${JSON.stringify(walk)}`);
  return state;
};
const refused = (...log: Event[]): boolean => 'impossible' in replay(machine, world, log);
const is = (state: State, condition: Condition) => holds(world, state, condition);

describe('a file explorer', () => {
  it('moves what is chosen, and folders with all that is in them', () => {
    const state = after({ do: 'move', what: ['f2'], to: 'd1' });
    expect(inside(state.entries, 'd1').map(({ name }) => name)).toEqual([
      'Cours',
      'Maths',
      'film.mp4',
    ]);
    expect(is(state, { is: 'in', what: ['a1'], folder: 'f2' })).toBe(true);
    expect(refused({ do: 'move', what: ['f1'], to: 'f2' })).toBe(true);
    expect(refused({ do: 'move', what: ['a1'], to: 'f2' })).toBe(true);
  });

  it('copies with all that is in it, and knows what is a copy of what', () => {
    const state = after({ do: 'copy', what: ['f1'], to: 'd2' });
    expect(is(state, { is: 'copied', what: ['a1'], folder: 'd2' })).toBe(true);
    expect(takenOn(state.entries, 'd2')).toBe(300);
    expect(sizeOf(state.entries, 'f1')).toBe(300);
    expect(
      is(after({ do: 'move', what: ['a1'], to: 'd2' }), {
        is: 'copied',
        what: ['a1'],
        folder: 'd2',
      }),
    ).toBe(false);
  });

  it('has no more room on a drive than it has', () => {
    const full: Event[] = [{ do: 'copy', what: ['a2'], to: 'd2' }];
    expect(refused(...full)).toBe(false);
    expect(refused(...full, { do: 'copy', what: ['a1'], to: 'd2' })).toBe(true);
    expect(is(after(...full), { is: 'room', drive: 'd2', atLeast: 101 })).toBe(false);
  });

  it('keeps what was deleted until the bin is emptied, and gives it back', () => {
    const gone: Event[] = [{ do: 'delete', what: ['f1'] }];
    expect(driveOf(after(...gone).entries, 'a1')).toBe('bin');
    expect(is(after(...gone), { is: 'deleted', what: ['a1'] })).toBe(true);
    expect(is(after(...gone, { do: 'recover', what: 'f1' }), { is: 'kept', what: ['a1'] })).toBe(
      true,
    );
    expect(after(...gone, { do: 'empty' }).entries['a1']).toBeUndefined();
    expect(refused(...gone, { do: 'empty' }, { do: 'recover', what: 'f1' })).toBe(true);
    expect(refused(...gone, { do: 'rename', what: 'a1', name: 'x' })).toBe(true);
  });

  it('shares what lies on a cloud drive, and nothing else', () => {
    const read: Event = { do: 'share', what: 'a3', with: 'p1', right: 'read' };
    expect(is(after(read), { is: 'shared', what: 'a3', with: 'p1', right: 'read' })).toBe(true);
    expect(is(after(read), { is: 'shared', what: 'a3', with: 'link', right: 'none' })).toBe(true);
    expect(refused({ ...read, what: 'a1' })).toBe(true);
    expect(refused({ ...read, with: 'p9' })).toBe(true);
    expect(refused(read, read)).toBe(true);
  });

  it('makes folders, renames, and goes back to a version', () => {
    const made = after(
      { do: 'create', in: 'd1', name: 'Vidéos' },
      { do: 'move', what: ['a2'], to: 'n1' },
    );
    expect(is(made, { is: 'in', what: ['a2'], named: 'videos' })).toBe(true);
    expect(is(made, { is: 'folder', name: ['vidéos', 'films'], in: 'd1' })).toBe(true);
    expect(refused({ do: 'create', in: 'd1', name: 'cours' })).toBe(true);
    expect(refused({ do: 'create', in: 'd1', name: 'a/b' })).toBe(true);
    const renamed = after({ do: 'rename', what: 'a1', name: 'notes.pdf' });
    expect(is(renamed, { is: 'extension', what: 'a1', extension: 'pdf' })).toBe(true);
    expect(is(renamed, { is: 'named', what: 'a1', name: ['Notes.pdf'] })).toBe(true);
    const back: Event = { do: 'revert', what: 'a1', version: 'v1' };
    expect(is(after(back), { is: 'reverted', what: 'a1', version: 'v1' })).toBe(true);
    expect(refused(back, back)).toBe(true);
  });
});

const anId = fc.constantFrom(
  'd1',
  'd2',
  'd3',
  'f1',
  'f2',
  'a1',
  'a2',
  'a3',
  'n1',
  'k1',
  'k2',
  'z9',
);
const someIds = fc.array(anId, { minLength: 1, maxLength: 3 });
const aName = fc.constantFrom('Cours', 'Photos', 'notes.odt', '..', ' x', 'a:b', '__proto__');
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constant('open'), folder: fc.oneof(anId, fc.constant('bin')) }),
  fc.record({ do: fc.constant('look'), what: anId }),
  fc.record({ do: fc.constant('create'), in: anId, name: aName }),
  fc.record({ do: fc.constant('rename'), what: anId, name: aName }),
  fc.record({ do: fc.constantFrom('move', 'copy'), what: someIds, to: anId }),
  fc.record({ do: fc.constant('delete'), what: someIds }),
  fc.record({ do: fc.constant('recover'), what: anId }),
  fc.record({ do: fc.constant('empty') }),
  fc.record({
    do: fc.constant('share'),
    what: anId,
    with: fc.constantFrom('p1', 'link', 'p2'),
    right: fc.constantFrom('none', 'read', 'edit'),
  }),
  fc.record({ do: fc.constant('revert'), what: anId, version: fc.constantFrom('v1', 'v2') }),
);

describe('whatever is done in an explorer', () => {
  it('is taken or refused, and everything keeps a place, in no circle, on drives that hold it', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        let state = machine.start(world);
        for (const event of events) {
          expect(eventSchema.safeParse(event).success).toBe(true);
          state = machine.step(world, state, event) ?? state;
        }
        for (const id of Object.keys(state.entries)) {
          expect(['d1', 'd2', 'd3', 'bin']).toContain(driveOf(state.entries, id));
        }
        expect(takenOn(state.entries, 'd2')).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

describe('an item of an explorer', () => {
  const instance = instantiate(item('files'), 'a');

  it('gives its key every point, and tells it event by event', () => {
    const key = keyResponse(instance);
    expect(score(instance, key)).toMatchObject({ points: 2, possible: 2 });
    expect(describeResponse(instance, key).replaceAll('\u00a0', ' ')).toContain(
      'déplace « volcans.odt » dans « Exposés »',
    );
  });

  it('is refused by the check where something lies nowhere', () => {
    const [problem] = checkItem(
      item('files', {
        world: {
          drives: [
            { id: 'd1', name: 'A', type: 'computer' },
            { id: 'd2', name: 'B', type: 'stick' },
          ],
          folders: [{ id: 'f1', name: 'F', in: 'd1' }],
          files: [
            { id: 'a1', name: 'x.odt', in: 'd1', size: 1, date: 'x' },
            { id: 'a2', name: 'y.odt', in: 'f9', size: 1, date: 'x' },
          ],
        },
      }),
      { seeds: 1 },
    );
    expect(problem).toMatchObject({ code: 'kind', message: expect.stringContaining('f9') });
  });

  it('is scored in under 5 ms where 500 events were sent', () => {
    const log = Array.from({ length: 250 }, (): Event[] => [
      { do: 'open', folder: 'd1' },
      { do: 'open', folder: 'f1' },
    ]).flat();
    const answer = { kind: 'files' as const, log };
    expect(fastest(() => score(instance, answer))).toBeLessThan(5);
  });
});
