/** What following a draft needs. */
export interface Following {
  /** The state of the working folder that the page shows. */
  shown: string;
  /** The state that it is in now; `null` where that cannot be known for the moment. */
  readVersion: () => Promise<string | null>;
  /** Waits before the folder is looked at again. */
  pause: () => Promise<void>;
  onChange: () => void;
}

/**
 * Looks at the working folder until it has changed and come to rest (a file may be saved in several
 * steps), and says so once. Gives what stops it.
 */
export function followDraft({ shown, readVersion, pause, onChange }: Following): () => void {
  let isOver = false;
  async function follow() {
    let before = shown;
    while (!isOver) {
      await pause();
      const now = (await readVersion()) ?? before;
      if (isOver) return;
      if (now !== shown && now === before) return onChange();
      before = now;
    }
  }
  void follow();
  return () => {
    isOver = true;
  };
}
