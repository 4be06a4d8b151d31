import { expect, it } from 'vitest';
import { createReader, type Reading } from './reader.ts';

/** A page of two passages, a voice that says when it is told to, and what was said and shown. */
function reading() {
  const said: string[] = [];
  let shown: Reading<{ text: string }> | undefined;
  let end = () => {};
  const reader = createReader<{ text: string }>({
    say: ({ text }, ended) => {
      said.push(text);
      end = ended;
    },
    hush: () => {
      said.push('…');
      // Browsers tell the end of what was interrupted, too.
      end();
    },
    show: (now) => (shown = now),
  });
  reader.start('question', [{ text: 'Un. Deux.' }, { text: 'Trois.' }]);
  said.splice(0, said.indexOf('…') + 1);
  return { reader, said, shown: () => shown, end: () => end() };
}

it('says sentence after sentence, and is silent at the end', () => {
  const { said, shown, end } = reading();
  expect(said).toEqual(['Un.']);
  expect(shown()).toMatchObject({ phase: 'speaking', from: 'question' });
  end();
  end();
  expect(said).toEqual(['Un.', 'Deux.', 'Trois.']);
  end();
  expect(shown()).toMatchObject({ phase: 'silent', from: null, sentence: null });
});

it('goes on from the beginning of the sentence that was interrupted', () => {
  const { reader, said, shown, end } = reading();
  end();
  reader.pause();
  expect(shown()).toMatchObject({ phase: 'paused', from: 'question' });
  expect(said).toEqual(['Un.', 'Deux.', '…']);
  reader.goOn();
  expect(said.at(-1)).toBe('Deux.');
  end();
  expect(said.at(-1)).toBe('Trois.');
});

it('reads from elsewhere in place of what it was reading, and stops', () => {
  const { reader, said, shown } = reading();
  reader.start('answers', [{ text: 'Oui.' }]);
  expect(said).toEqual(['Un.', '…', 'Oui.']);
  expect(shown()?.from).toBe('answers');
  reader.stop();
  reader.pause();
  reader.goOn();
  expect(shown()?.phase).toBe('silent');
  expect(said.filter((text) => text !== '…')).toEqual(['Un.', 'Oui.']);
});
