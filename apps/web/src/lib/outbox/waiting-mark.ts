const KEY = 'jalon-waiting';

/** Notes whose answers wait on this device, where pages see it without opening the database. */
export function markWaiting(pupilIds: readonly string[]): void {
  try {
    if (pupilIds.length > 0) localStorage.setItem(KEY, [...new Set(pupilIds)].join(' '));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that lends no storage: the player itself still finds what waits.
  }
}

/** Whether an answer of this pupil waits on this device, as far as it was noted. */
export function isAnswerWaiting(pupilId: string): boolean {
  try {
    return localStorage.getItem(KEY)?.split(' ').includes(pupilId) ?? false;
  } catch {
    return false;
  }
}
