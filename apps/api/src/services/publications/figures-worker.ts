import { parentPort } from 'node:worker_threads';
import { type Counted, figuresOfCompetence } from './competence-figures.ts';

const port = parentPort;
if (!port) throw new Error('This makes figures for another thread.');
port.on('message', (counted: Counted) => port.postMessage(figuresOfCompetence(counted)));
