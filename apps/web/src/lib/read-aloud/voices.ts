/** What is known of a voice of a device. */
type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * The voice that says a language, or `null` where the device has none. Never one that sends what it
 * says to its maker's servers.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | null {
  const speaks = voices.filter(
    (voice) => voice.localService && languageOf(voice.lang) === languageOf(lang),
  );
  return speaks.find((voice) => voice.default) ?? speaks[0] ?? null;
}

/** `fr` of `fr-FR`, and of the `fr_FR` that some devices write. */
const languageOf = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
