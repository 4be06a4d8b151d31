import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in which Linux tells times of processes. */
const TICKS = 100;

/** The fields of a process after its name, from the third on; `null` where it has gone. */
function statOf(pid: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const ticksAt = (fields: readonly string[], ...places: number[]): number =>
  places.reduce((sum, place) => sum + Number(fields[place]), 0);

/** Processor time that a process has taken, in seconds. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(String(pid));
  if (!fields) throw new Error(`Process ${pid} has gone.`);
  return ticksAt(fields, 11, 12) / TICKS;
}

/** The same of a process with all that it started, those included that have ended. */
export function cpuSecondsOfFamily(pid: number): number {
  const fields = statOf(String(pid));
  if (!fields) throw new Error(`Process ${pid} has gone.`);
  const children = readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat && stat[1] === String(pid) ? [ticksAt(stat, 11, 12)] : [];
    });
  return (ticksAt(fields, 11, 12, 13, 14) + children.reduce((sum, one) => sum + one, 0)) / TICKS;
}
