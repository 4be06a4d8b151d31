import { type DBSchema, openDB } from 'idb';
import { type WaitingAnswer, waitingAnswer } from './waiting-answer.ts';

/** Where answers wait. */
export interface AnswerStorage {
  keep(answer: WaitingAnswer): Promise<void>;
  forget(clientKey: string): Promise<void>;
  /** Every answer kept, oldest first. */
  all(): Promise<WaitingAnswer[]>;
}

interface Database extends DBSchema {
  answers: { key: string; value: unknown };
}

const oldestFirst = (answers: readonly WaitingAnswer[]): WaitingAnswer[] =>
  [...answers].sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));

/** Keeps answers in the browser's database, where a reload or a restart finds them again. */
export async function openBrowserStorage(): Promise<AnswerStorage> {
  const database = await openDB<Database>('jalon', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('answers'),
  });
  return {
    async keep(answer) {
      await database.put('answers', answer, answer.body.clientKey);
    },
    forget: (clientKey) => database.delete('answers', clientKey),
    async all() {
      const found = (await database.getAll('answers')).flatMap((value) => {
        const read = waitingAnswer.safeParse(value);
        return read.success ? [read.data] : [];
      });
      return oldestFirst(found);
    },
  };
}

/** Keeps answers as long as the page is open: for browsers that lend no database. */
export function memoryStorage(): AnswerStorage {
  const answers = new Map<string, WaitingAnswer>();
  return {
    keep: async (answer) => void answers.set(answer.body.clientKey, answer),
    forget: async (clientKey) => void answers.delete(clientKey),
    all: async () => oldestFirst([...answers.values()]),
  };
}

/**
 * Keeps answers in a storage that may fail at any moment (a full disk, data cleared while the page
 * is open), and in memory where it does: a pupil never waits on a device that cannot keep anything.
 */
export function withMemory(storage: AnswerStorage): AnswerStorage {
  const memory = memoryStorage();
  return {
    keep: (answer) => storage.keep(answer).catch(() => memory.keep(answer)),
    async forget(clientKey) {
      await memory.forget(clientKey);
      // What stays by mistake is sent once more, and the API knows it by its key.
      await storage.forget(clientKey).catch(() => {});
    },
    async all() {
      const kept = await storage.all().catch(() => []);
      return oldestFirst([...kept, ...(await memory.all())]);
    },
  };
}
