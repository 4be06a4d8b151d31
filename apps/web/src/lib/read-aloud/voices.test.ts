import { expect, it } from 'vitest';
import { voiceFor } from './voices.ts';

const voice = (lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({
  ...{ lang, localService: true, default: false },
  ...more,
});

it('is one of the language, whatever its country and however it is written', () => {
  const [english, french] = [voice('en-GB'), voice('fr_CA')];
  expect(voiceFor([english, french], 'fr')).toBe(french);
  expect(voiceFor([english, french], 'en-US')).toBe(english);
});

it('is the device’s usual one where that speaks the language', () => {
  const usual = voice('fr-FR', { default: true });
  expect(voiceFor([voice('fr-FR'), usual], 'fr')).toBe(usual);
});

it('is none that sends away what it says, and none of another language', () => {
  const away = voice('fr-FR', { localService: false });
  expect(voiceFor([away, voice('en-GB', { default: true })], 'fr')).toBeNull();
  expect(voiceFor([], 'fr')).toBeNull();
});
