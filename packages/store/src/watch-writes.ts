import type { Batch } from './batch.ts';
import { Conflict, StoreUnavailable } from './errors.ts';

type Write = (batch: Batch) => Promise<void>;

/**
 * The same writer, which remembers whether the disk or the server took what was last written. Too
 * much waiting is no sign of either (it has no cause), and a conflict shows that both answer.
 */
export function watchWrites(write: Write) {
  let failure: StoreUnavailable | null = null;
  return {
    async write(batch: Batch): Promise<void> {
      try {
        await write(batch);
        failure = null;
      } catch (error) {
        if (error instanceof Conflict) failure = null;
        if (error instanceof StoreUnavailable && error.cause !== undefined) failure = error;
        throw error;
      }
    },
    /** Why the last write was not kept; `null` where it was, or nothing was written yet. */
    failure: (): StoreUnavailable | null => failure,
  };
}
