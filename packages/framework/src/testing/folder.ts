import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../bank.ts';
import { type FrameworkReading, readFolder, readFramework } from '../read/read-folder.ts';

const crcn = fileURLToPath(new URL('../../../../competence-framework/crcn', import.meta.url));

/** An item that has nothing wrong; its file is `items/1.1/essai.v1.yaml`. */
export const goodItem = `id: 1.1-essai
version: 1
kind: choice
language: fr
competence: '1.1'
descriptor: 1.1.N2.1
level: 2
difficulty: { mean: -1, sd: 0.5 }
discrimination: 1.2
title: Un essai
prompt: Que faire ?
options:
  - { text: Ceci, key: true }
  - { text: Cela, feedback: Non. }
feedback: { correct: Oui., incorrect: Non. }
`;

export const itemFile = 'items/1.1/essai.v1.yaml';

/** A temporary copy of the CRCN's framework and scale with one item, to be changed at will. */
export class TemporaryFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'jalon-framework-'));
  readonly path = join(this.root, 'crcn');

  constructor() {
    mkdirSync(this.path);
    for (const name of ['framework.yaml', 'scale.yaml']) {
      cpSync(join(crcn, name), join(this.path, name));
    }
    this.write(itemFile, goodItem);
  }

  write(name: string, text: string): void {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  text(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Replaces a text that must be in the file by another. */
  change(name: string, from: string, to: string): void {
    const text = this.text(name);
    if (!text.includes(from)) throw new Error(`${from} is not in ${name}`);
    this.write(
      name,
      text.replace(from, () => to),
    );
  }

  read(): FrameworkReading {
    return readFramework(this.path, this.path);
  }

  /** What a folder without mistakes holds. */
  edition(): Edition {
    const reading = readFolder(this.path, this.path);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
    return reading.edition;
  }
}
