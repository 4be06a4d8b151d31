import type { Passage } from './passages.ts';
import { createReader, type Reading, silence } from './reader.ts';
import { voiceFor } from './voices.ts';

/** The page's one voice: a browser has no more. */
export interface Speech {
  readonly reading: Reading<Passage>;
  /** Whether the device has a voice for French. */
  readonly hasVoice: boolean;
  start(from: string, passages: readonly Passage[]): void;
  pause(): void;
  goOn(): void;
  stop(): void;
}

let speech: Speech | null = null;

/** The page's voice. Only in a browser that can speak. */
export function pageSpeech(): Speech {
  speech ??= openSpeech(window.speechSynthesis);
  return speech;
}

function openSpeech(synthesis: SpeechSynthesis): Speech {
  let reading = $state.raw<Reading<Passage>>(silence);
  // A device may tell its voices late.
  let voices = $state.raw(synthesis.getVoices());
  // Kept while it is said: some browsers forget an utterance that nothing holds, and its end with it.
  let said: SpeechSynthesisUtterance | null = null;

  const reader = createReader<Passage>({
    say({ text, lang }, ended) {
      said = new SpeechSynthesisUtterance(text);
      said.voice = voiceFor(voices, lang) ?? voiceFor(voices, 'fr');
      said.lang = said.voice?.lang ?? lang;
      said.addEventListener('end', ended);
      said.addEventListener('error', ended);
      synthesis.speak(said);
    },
    hush: () => synthesis.cancel(),
    show(now) {
      reading.sentence?.element.removeAttribute('data-spoken');
      now.sentence?.element.setAttribute('data-spoken', '');
      reading = now;
    },
  });

  synthesis.addEventListener('voiceschanged', () => (voices = synthesis.getVoices()));
  // Some browsers speak on when the page has gone.
  window.addEventListener('pagehide', () => reader.stop());
  document.addEventListener('submit', () => reader.stop());

  return {
    get reading() {
      return reading;
    },
    get hasVoice() {
      return voiceFor(voices, 'fr') !== null;
    },
    ...reader,
  };
}
