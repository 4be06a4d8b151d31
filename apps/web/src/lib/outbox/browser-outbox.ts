import { routes } from '@jalon/types';
import { sendFromBrowser } from '../api/browser.ts';
import { callApi } from '../api/call-api.ts';
import type { Patience } from './keep-trying.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { memoryStorage, openBrowserStorage, withMemory } from './storage.ts';
import { pauseUntilUseful } from './try-now.ts';
import { markWaiting } from './waiting-mark.ts';

/** How this browser waits before it tries again. */
export const patience: Patience = { pause: pauseUntilUseful, random: Math.random };

let opened: Promise<Outbox> | null = null;

/** The outbox of this browser: one for all its pages, so that none sends what another is sending. */
export function openOutbox(): Promise<Outbox> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Outbox> {
  return createOutbox({
    storage: withMemory(await openBrowserStorage().catch(memoryStorage)),
    send: ({ attemptId, body }) =>
      callApi(sendFromBrowser, routes.submitResponse, { params: { attemptId }, body }),
    ...patience,
    onChange: (answers) => markWaiting(answers.map(({ pupilId }) => pupilId)),
  });
}
