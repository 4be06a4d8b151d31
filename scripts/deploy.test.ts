import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const product = z
  .object({
    dependencies: z.object({ node: z.string() }),
    config: z.object({ pnpm: z.string() }),
  })
  .parse(JSON.parse(read('package.json')));
const image = read('deploy/Containerfile');

describe('the image', () => {
  it('runs on the Node and installs with the pnpm that everything else does', () => {
    const nodes = [...image.matchAll(/^FROM \S*\/node:([\d.]+)-slim/gm)].map(
      ([, version]) => version,
    );
    expect(new Set(nodes)).toEqual(new Set([product.dependencies.node]));
    const installers = [...image.matchAll(/npx --yes (\S+)/g)].map(([, name]) => name);
    expect(new Set(installers)).toEqual(new Set([product.config.pnpm]));
  });

  it('knows every package of the repository', () => {
    for (const group of ['apps', 'packages']) {
      for (const name of readdirSync(new URL(`../${group}`, import.meta.url))) {
        expect(image).toContain(`COPY ${group}/${name}/package.json ${group}/${name}/`);
      }
    }
  });

  it('is nobody’s but an ordinary user’s, and is looked after without the store', () => {
    expect(image).toMatch(/^USER node$/m);
    expect(image).toContain('/api/health/live');
  });
});

describe('the unit of systemd', () => {
  const unit = read('deploy/jalon.service');

  it('gives a stop longer than its ten seconds, and lets nothing else be written', () => {
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    expect(seconds).toBeGreaterThan(10);
    for (const line of ['ProtectSystem=strict', 'NoNewPrivileges=yes', 'DynamicUser=yes'])
      expect(unit).toContain(`\n${line}\n`);
  });
});
