import { id, instant, submitResponse } from '@jalon/types';
import { z } from 'zod';

/**
 * A pupil's answer, kept on the device until the API has acknowledged it. It names nobody: the
 * pupil is an identifier, so that it never leaves under another pupil's session.
 */
export const waitingAnswer = z.object({
  pupilId: id,
  attemptId: id,
  /** What is sent, again and again the same. */
  body: submitResponse,
  /** What the form's controls held, to show the answer while it waits. */
  given: z.record(z.string(), z.array(z.string()).readonly()),
  keptAt: instant,
});
export type WaitingAnswer = z.infer<typeof waitingAnswer>;

const LONGEST_MS = 86_400_000;

/** A time that an answer took as the contract takes it: whole, not negative, a day at most. */
export const asDuration = (elapsedMs: number): number =>
  Math.min(LONGEST_MS, Math.max(0, Math.round(elapsedMs) || 0));

/** A key for one answer: a version 4 UUID, also where the page is not served over HTTPS. */
export function newClientKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, '0');
  }).join('');
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}
