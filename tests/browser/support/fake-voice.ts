import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the page's voice was told to say. */
    saidAloud: string[];
    /** Lets the voice end what it says. */
    endOfSentence: () => void;
  }
}

/**
 * Gives a page a voice that makes no sound, keeps what it is told to say, and comes to the end of a
 * sentence when told so: a browser for tests has none. Before the page is opened.
 */
export async function giveVoice(
  page: Page,
  voice: { lang: string; localService: boolean } = { lang: 'fr-FR', localService: true },
): Promise<void> {
  await page.addInitScript((given) => {
    window.saidAloud = [];
    let current: SpeechSynthesisUtterance | null = null;
    const end = () => {
      const ended = current;
      current = null;
      ended?.dispatchEvent(new Event('end'));
    };
    window.endOfSentence = end;
    class Utterance extends EventTarget {
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [{ ...given, name: 'Essai', default: true, voiceURI: 'essai' }],
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        window.saidAloud.push(utterance.text);
      },
      cancel: end,
    });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  }, voice);
}

/** What the page has said so far. */
export const saidOn = (page: Page): Promise<string[]> => page.evaluate(() => [...window.saidAloud]);

/** Lets the voice speak on until it falls silent; gives all that it said. */
export const hearOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (let before = -1; before !== window.saidAloud.length;) {
      before = window.saidAloud.length;
      window.endOfSentence();
    }
    return [...window.saidAloud];
  });
