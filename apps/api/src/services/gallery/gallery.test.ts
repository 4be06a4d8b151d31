import {
  distractorResponses,
  exampleOf,
  instantiate,
  type ItemDefinition,
  itemDefinition,
  keyResponse,
} from '@jalon/items';
import { type Gallery, gallery, galleryItem, problem, scoredFeedback } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors } from '../../testing/two-schools.ts';
import type { SignedIn } from '../actor.ts';

const release = smallRelease();
const choice = [...release.items.values()][1];
if (!choice) throw new Error('The small release has no item.');

/** An item of several steps, which a release may hold beside the others. */
const { language, descriptor, difficulty, feedback } = choice;
const steps: ItemDefinition = itemDefinition.parse({
  ...{ version: 1, language, competence: '1.1', descriptor, level: choice.level, difficulty },
  ...{ discrimination: 1.2, title: 'La boîte', prompt: 'Trie les courriels.', feedback },
  id: '1.1-boite',
  kind: 'mailbox',
  ...exampleOf('mailbox'),
});

let server: TestServer;
beforeAll(async () => {
  const items = new Map([...release.items, ['1.1-boite@1', steps] as const]);
  server = await createTestServer({ releases: [{ ...release, items }] });
});
afterAll(() => server.close());

const get = (path: string, actor: SignedIn = actors.teacher) =>
  server.call({ method: 'GET', url: `/api/gallery${path}` }, actor);
const post = (itemId: string, payload: object) =>
  server.call(
    { method: 'POST', url: `/api/gallery/items/${itemId}/tries`, payload },
    actors.teacher,
  );

describe('the list of items', () => {
  it('names every item of the release in force, with the competences that have some', async () => {
    const list: Gallery = gallery.parse((await get('')).json());
    expect(list.items).toHaveLength(11);
    expect(list.items).toContainEqual({
      id: '1.1-question-1',
      title: 'Question 1',
      kind: 'choice',
      competence: '1.1',
      level: 1,
    });
    expect(list.competences).toEqual([{ code: '1.1', name: 'Mener une recherche' }]);
    expect([list.draft, list.problems]).toEqual([null, []]);
  });

  it('holds no key, no prompt and no feedback', async () => {
    const { body } = await get('');
    for (const text of ['le bon choix', 'Que choisis-tu', 'Il ne va pas', 'Relis']) {
      expect(body).not.toContain(text);
    }
    expect(body).not.toMatch(/"(key|options|feedback|prompt|item)"/);
  });

  it('is the inspector’s too, and no pupil’s', async () => {
    expect((await get('', actors.inspector)).statusCode).toBe(200);
    for (const path of ['', '/draft', '/items/1.1-question-1']) {
      const { statusCode, body } = await get(path, actors.pupil);
      expect(statusCode).toBe(403);
      expect(body).not.toContain('Question 1');
    }
  });
});

describe('an item of the gallery', () => {
  it('is what a pupil would see for the same seed, with its key and what it measures', async () => {
    const { shown, draft, problems } = galleryItem.parse(
      (await get('/items/1.1-question-2?seed=essai')).json(),
    );
    expect(shown).toMatchObject({
      id: '1.1-question-2',
      version: 1,
      competence: { code: '1.1', name: 'Mener une recherche' },
      descriptor: { code: '1.1.N2.1', level: 2, text: 'Savoir faire au niveau 2.' },
      points: 1,
      seed: 'essai',
      key: 'le bon choix',
      item: { kind: 'choice', prompt: 'Que choisis-tu ?' },
    });
    expect([draft, problems]).toEqual([null, []]);
    const again = galleryItem.parse((await get('/items/1.1-question-2?seed=essai')).json());
    expect(again.shown).toEqual(shown);
  });

  it('is drawn from seed 1 where none is given', async () => {
    const { shown } = galleryItem.parse((await get('/items/1.1-question-2')).json());
    expect(shown?.seed).toBe('1');
  });

  it('is not found where the release has none of that name', async () => {
    const { statusCode, body } = await get('/items/1.1-autre');
    expect(statusCode).toBe(404);
    expect(problem.parse(JSON.parse(body)).code).toBe('not-found');
  });
});

describe('a try', () => {
  it('earns the key every point and says why a wrong answer does not, and is kept nowhere', async () => {
    const { batches } = server.store.figures();
    const instance = instantiate(choice, '7');
    const right = await post(choice.id, { seed: '7', response: keyResponse(instance) });
    expect(scoredFeedback.parse(right.json())).toEqual({
      points: 1,
      possible: 1,
      correct: true,
      text: 'Oui.',
      key: 'le bon choix',
    });
    const [mistake] = distractorResponses(instance);
    const wrong = await post(choice.id, { seed: '7', response: mistake ?? {} });
    expect(scoredFeedback.parse(wrong.json())).toMatchObject({
      points: 0,
      correct: false,
      text: expect.stringMatching(/^(Il ne va pas|Lui non plus)\.$/),
    });
    expect(server.store.figures().batches).toBe(batches);
  });

  it('tells step by step what was done and what was missed', async () => {
    const instance = instantiate(steps, '1');
    const right = scoredFeedback.parse(
      (await post(steps.id, { seed: '1', response: keyResponse(instance) })).json(),
    );
    expect(right.steps?.map(({ done }) => done)).toEqual(
      Array.from({ length: right.possible }, () => true),
    );
    const [mistake] = distractorResponses(instance);
    const wrong = scoredFeedback.parse(
      (await post(steps.id, { seed: '1', response: mistake ?? {} })).json(),
    );
    expect(wrong.points).toBeLessThan(wrong.possible);
    expect(wrong.steps?.filter(({ done }) => done)).toHaveLength(wrong.points);
    for (const { goal, text } of wrong.steps ?? []) expect([goal, text]).not.toContain('');
  });

  it('is refused where the answer does not fit the item, or the item is not there', async () => {
    const other = await post(choice.id, { seed: '7', response: { kind: 'text', text: 'oui' } });
    expect(problem.parse(other.json()).code).toBe('bad-response');
    const none = await post('1.1-autre', { seed: '7', response: { kind: 'text', text: 'oui' } });
    expect(problem.parse(none.json()).code).toBe('not-found');
  });
});

it('says that it shows no draft', async () => {
  expect((await get('/draft')).json()).toEqual({ version: null });
});
