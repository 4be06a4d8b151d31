import { Refusal } from '../../services/refusal.ts';

/** The answers that stay open: how many there are, and whether there may be one more. */
export interface Streams {
  readonly open: number;
  /**
   * Counts one more, of a person or an address; gives the function that ends it. Refuses with
   * `too-many-requests` where they hold too many, and `busy` where the process does.
   */
  begin(whose: string): () => void;
}

const AGAIN_SECONDS = 30;

/** Bounds the streams of a process, and of each person. */
export function boundStreams({ most, mostEach }: { most: number; mostEach: number }): Streams {
  const byPerson = new Map<string, number>();
  let open = 0;
  return {
    get open() {
      return open;
    },
    begin(whose) {
      const held = byPerson.get(whose) ?? 0;
      const later = { retryAfterSeconds: AGAIN_SECONDS };
      if (held >= mostEach) throw new Refusal('too-many-requests', later);
      if (open >= most) throw new Refusal('busy', later);
      byPerson.set(whose, held + 1);
      open += 1;
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        open -= 1;
        const left = (byPerson.get(whose) ?? 0) - 1;
        if (left > 0) byPerson.set(whose, left);
        else byPerson.delete(whose);
      };
    },
  };
}
