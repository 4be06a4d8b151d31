import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadEngines } from '../load-engines.ts';
import { replaySchool } from '../services/replay.ts';
import { openDataStore } from '../start/open-data-store.ts';

const given = z.object({ database: z.string(), frameworkFolder: z.string() }).parse(workerData);

const port = parentPort;
if (!port) throw new Error('This replays schools for another thread.');
const engines = loadEngines(given.frameworkFolder);
const store = await openDataStore(given.database);

port.on('message', (message: unknown) => {
  void replaySchool(store, engines, z.uuid().parse(message)).then(
    (replay) => port.postMessage(replay),
    (error: unknown) => {
      throw error;
    },
  );
});
