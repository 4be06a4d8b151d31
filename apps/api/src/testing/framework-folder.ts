import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  buildRelease,
  loadRelease,
  readFolder,
  type Release,
  writeRelease,
} from '@jalon/framework';

/** Writes a release as the files of a competence framework's folder; gives it as it is read there. */
export function writeFrameworkFolder(folder: string, release: Release): Release {
  const crcn = join(folder, 'crcn');
  const write = (name: string, content: object) => {
    const file = join(crcn, name);
    mkdirSync(dirname(file), { recursive: true });
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(content));
  };
  write('framework.yaml', release.framework);
  write('scale.yaml', release.scale);
  for (const item of release.items.values()) {
    const name = item.id.slice(item.competence.length + 1);
    write(`items/${item.competence}/${name}.v${item.version}.yaml`, item);
  }
  const reading = readFolder(crcn);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { version, engine } = release;
  const lock = buildRelease({ ...reading.edition, version, engine });
  writeRelease(crcn, lock);
  return loadRelease(reading.bank, lock);
}
