import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../contract/form.ts';
import { limits } from '../contract/limits.ts';
import { presentedCommon } from '../contract/stimulus.ts';

/** The field of a form that holds what was done, as JSON. */
export const LOG_FIELD = 'log';

const restart = z.strictObject({ do: z.literal('restart') });

/**
 * The browser-safe half of a simulator: its world is shown, its log of events is sent. `event` has
 * a field `do` that tells one type of event from another.
 */
export function simulatorContract<
  const Kind extends string,
  World extends z.ZodMiniType,
  Event extends z.ZodMiniType,
>(kind: Kind, world: World, event: Event) {
  const presented = z.strictObject({ ...presentedCommon, kind: z.literal(kind), world });
  const log = z.array(z.union([event, restart])).check(z.minLength(1), z.maxLength(limits.events));
  const response = z.strictObject({ kind: z.literal(kind), log });

  /** The log that a text holds; an empty one where it holds none that can be sent. */
  function readLog(written: string): z.infer<typeof log> {
    const read = z.safeParse(log, parsedOrNull(written));
    return read.success ? read.data : [];
  }

  /** Reads the field `log`. */
  function fromForm(_item: unknown, form: FormData): z.infer<typeof response> | FormRefusal {
    const written = fieldText(form, LOG_FIELD);
    if (written === undefined) return refuse('empty');
    const read = z.safeParse(response, { kind, log: parsedOrNull(written) });
    if (read.success) return read.data;
    return refuse(isTooLong(read.error) ? 'too-long' : 'empty');
  }

  return { presented, response, fromForm, readLog };
}

const isTooLong = ({ issues }: z.core.$ZodError) =>
  issues.some(({ code, path }) => code === 'too_big' && path.join() === 'log');

/** What a JSON text holds; `null` where it is none. */
function parsedOrNull(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
