import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

// Moves commits into the main file, and flushes it, away from the thread that serves. It runs
// beside the server's commits; what comes meanwhile is left to the server's own short turn.
const file: unknown = workerData;
if (typeof file !== 'string') throw new TypeError('the worker is given the path of a database');
const connection = new Database(file, { fileMustExist: true, timeout: 0 });
connection.pragma('wal_autocheckpoint = 0');
connection.pragma('synchronous = FULL');
connection.pragma('wal_checkpoint(PASSIVE)');
connection.close();
