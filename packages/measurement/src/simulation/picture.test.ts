import { describe, expect, it } from 'vitest';
import { coldStart } from '../fixtures/cold-start.ts';
import { simulationPicture } from './picture.ts';
import { simulatePupils } from './simulate.ts';

const { cuts } = coldStart;
const summary = simulatePupils({ ...coldStart, pupils: 1000 });
const picture = simulationPicture([{ name: '1.1', cuts, summary }], 'fr');
const told = summary.byAbility.filter(({ pupils }) => pupils >= 20);
const count = (pattern: RegExp) => picture.match(pattern)?.length;

describe('the picture of a simulation', () => {
  it('draws each half logit that holds enough pupils once in each of three lines', () => {
    expect(told.length).toBeGreaterThan(5);
    expect(count(/<polyline /g)).toBe(3);
    expect(count(/<circle /g)).toBe(3 * told.length);
    expect(count(/<polygon /g)).toBe(1);
    for (const level of [2, 3, 4, 5]) expect(count(new RegExp(`>N${level}<`, 'g'))).toBe(2);
  });

  it('places the lines where the figures are', () => {
    const [bias] = picture.matchAll(/<polyline points="([^"]+)"/g);
    const points = (bias?.[1] ?? '').split(' ').map((pair) => pair.split(',').map(Number));
    const heights = points.map(([, y]) => y ?? Number.NaN);
    const step = (i: number, j: number) => (heights[i] ?? Number.NaN) - (heights[j] ?? Number.NaN);
    const biasStep = (i: number, j: number) =>
      (told[j]?.bias ?? Number.NaN) - (told[i]?.bias ?? Number.NaN);
    expect(step(0, 1) / step(0, told.length - 1)).toBeCloseTo(
      biasStep(0, 1) / biasStep(0, told.length - 1),
      1,
    );
    expect(points[0]?.[0]).toBeLessThan(points.at(-1)?.[0] ?? Number.NaN);
  });

  it('says in words what it shows, in either language, and runs nothing', () => {
    expect(picture).toMatch(/<svg [^>]*role="img" aria-labelledby="title description" lang="fr"/);
    expect(picture).toMatch(/<title id="title">Simulation : /);
    const exact = (100 * summary.exactLevel).toFixed(1);
    expect(picture).toMatch(
      new RegExp(
        `<desc id="description">1\\.1 : 1000 élèves .*Niveau exact ${exact.replace('.', ',')} %`,
      ),
    );
    expect(picture).not.toMatch(/<script|<style|<image|href=/);
    const english = simulationPicture([{ name: '1.1', cuts, summary }], 'en');
    expect(english).toContain(`Exact level ${exact}%`);
    expect(english).toContain('>true ability (logits)<');
  });

  it('keeps names from being read as markup, and stays well formed', () => {
    const drawn = simulationPicture([{ name: '<b>&', cuts, summary }], 'fr');
    expect(drawn).toContain('&lt;b&gt;&amp; : 1000');
    expect(drawn).not.toContain('<b>');
    expect(drawn.match(/<(svg|g|text|title|desc)\b/g)?.length).toBe(
      drawn.match(/<\/(svg|g|text|title|desc)>/g)?.length,
    );
  });

  it('puts several simulations one below the other, and says where there are too few pupils', () => {
    const few = simulatePupils({ ...coldStart, pupils: 5 });
    const both = simulationPicture(
      [
        { name: '1.1', cuts, summary },
        { name: '1.2', cuts, summary: few },
      ],
      'fr',
    );
    expect(both.match(/<polyline /g)?.length).toBe(3);
    expect(both).toContain('1.2 : 5 élèves');
    expect(both).toContain('Il faut au moins 20 élèves');
  });
});
