import { setTimeout as sleep } from 'node:timers/promises';
import type { ClassAtRisk } from './class-at-risk.ts';
import { steadyMs } from './ledger.ts';

const SETTLE_MS = 60_000;

/** Lets the class work while something is done to the product, and until all of them have paused. */
export async function underLoad(
  { pupils, ledger }: ClassAtRisk,
  what: () => Promise<void>,
): Promise<void> {
  const work = pupils.map((pupil) =>
    pupil.work().catch((error: unknown) => {
      ledger.notes.defect(`a device could not go on: ${String(error)}`);
    }),
  );
  try {
    await what();
  } finally {
    pupils.forEach((pupil) => pupil.pause());
    await Promise.all(work);
  }
}

/** Has every device send what is not acknowledged yet. Notes a defect where one cannot. */
export async function settle({ pupils, ledger }: ClassAtRisk): Promise<void> {
  const untilMs = steadyMs() + SETTLE_MS;
  const settled = await Promise.all(pupils.map((pupil) => pupil.settle(untilMs)));
  if (settled.includes(false)) ledger.notes.defect('an answer was not taken in a minute');
}

/** Waits until so many more answers are acknowledged. Gives whether they were in time. */
export async function untilAnswers(
  { ledger }: ClassAtRisk,
  more: number,
  patienceMs: number,
): Promise<boolean> {
  const wanted = ledger.entries.length + more;
  const untilMs = steadyMs() + patienceMs;
  while (ledger.entries.length < wanted && steadyMs() < untilMs) await sleep(20);
  return ledger.entries.length >= wanted;
}
