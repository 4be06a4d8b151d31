import { sentencesOf } from './sentences.ts';

/** What is being read, if anything. */
export interface Reading<Passage> {
  phase: 'silent' | 'speaking' | 'paused';
  /** From where on it is read. */
  from: string | null;
  /** The sentence, of the passage it belongs to. */
  sentence: Passage | null;
}

export const silence: Reading<never> = { phase: 'silent', from: null, sentence: null };

export interface Reader<Passage> {
  /** Reads passages from the first on, in place of what was being read. */
  start(from: string, passages: readonly Passage[]): void;
  pause(): void;
  /** Goes on with the sentence that was interrupted, from its beginning. */
  goOn(): void;
  stop(): void;
}

/**
 * Reads passages sentence by sentence. Browsers' own pause is not to be relied upon (several end
 * the speech, some never go on), so a pause is silence, and a place that is kept.
 */
export function createReader<Passage extends { text: string }>({
  say,
  hush,
  show,
}: {
  /** Says a sentence, and tells when it was said or could not be. */
  say: (sentence: Passage, ended: () => void) => void;
  hush: () => void;
  show: (now: Reading<Passage>) => void;
}): Reader<Passage> {
  let sentences: readonly Passage[] = [];
  let next = 0;
  let from: string | null = null;
  // What ends after it was interrupted ends nothing any more.
  let turn = 0;

  function speak() {
    const sentence = sentences[next];
    if (!sentence) return stop();
    turn += 1;
    const mine = turn;
    show({ phase: 'speaking', from, sentence });
    say(sentence, () => {
      if (mine !== turn) return;
      next += 1;
      speak();
    });
  }

  function interrupt() {
    turn += 1;
    hush();
  }

  function stop() {
    interrupt();
    sentences = [];
    from = null;
    show(silence);
  }

  return {
    start(place, passages) {
      interrupt();
      sentences = passages.flatMap((passage) =>
        sentencesOf(passage.text).map((text) => ({ ...passage, text })),
      );
      next = 0;
      from = place;
      speak();
    },
    pause() {
      const sentence = sentences[next];
      if (!sentence) return;
      interrupt();
      show({ phase: 'paused', from, sentence });
    },
    goOn: speak,
    stop,
  };
}
