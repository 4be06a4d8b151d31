import type { ServiceContext } from '../context.ts';
import { askOnceADay } from '../jobs/once-a-day.ts';
import { RETENTION } from './retention.ts';

/** Asks for the day's retention. */
export const askForRetention = (
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> => askOnceADay(context, RETENTION);
