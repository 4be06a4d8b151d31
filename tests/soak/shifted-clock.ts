import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the product (`--import`): this process's wall clock, which its parent shifts by
 * sending `{ shiftMs }`. The steady clock and the timers go on as they do when an operator sets
 * the time. Identifiers that hold the time are drawn by the shifted clock too.
 */
const TrueDate = Date;
let shiftMs = 0;
const nowMs = (): number => TrueDate.now() + shiftMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, words, newTarget): object =>
    Reflect.construct(target, words.length === 0 ? [nowMs()] : words, newTarget),
  apply: () => new TrueDate(nowMs()).toString(),
  get: (target, name, receiver): unknown =>
    name === 'now' ? nowMs : Reflect.get(target, name, receiver),
});

const drawUuid = crypto.randomUUIDv7;
crypto.randomUUIDv7 = (options) => {
  const [, , third = '', fourth = '', fifth = ''] = drawUuid(options).split('-');
  const time = nowMs().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${fourth}-${fifth}`;
};
syncBuiltinESMExports();

process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'shiftMs' in message) {
    shiftMs = Number(message.shiftMs);
  }
});
