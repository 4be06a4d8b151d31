import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCrosswalks, textsOf } from '../read/read-crosswalk.ts';
import { crcn, readCrcn } from '../testing/crcn.ts';
import { crosswalkProblems } from './check.ts';
import { competenceLinks, type Crosswalk, invertCrosswalk, relations } from './crosswalk.ts';

const own = readCrcn().edition.framework.value;
const { crosswalks, problems } = readCrosswalks(join(crcn, '..'), own);
const [first] = crosswalks;
if (!first) throw new Error('no crosswalk');
const { walk, to } = first;
const from = textsOf(own);

describe('the crosswalk from the CRCN to DigComp 3.0', () => {
  it('has no mistake, and DigComp is whole', () => {
    expect(problems).toEqual([]);
    expect(to.competences).toHaveLength(21);
    expect(to.competences.flatMap(({ descriptors }) => descriptors)).toHaveLength(362);
    expect(to.licence).toContain('CC BY-SA 4.0');
  });

  it('says of every competence of either what it corresponds to', () => {
    const sides = [walk, invertCrosswalk(walk)].map((one) => new Set(one.links.map((l) => l.to)));
    expect(to.competences.filter(({ code }) => !sides[0]?.has(code))).toEqual([]);
    expect(from.competences.filter(({ code }) => !sides[1]?.has(code))).toEqual([]);
  });

  it('speaks of nine descriptors of the CRCN in ten', () => {
    const linked = new Set(walk.links.map((link) => link.from));
    const all = from.competences.flatMap(({ descriptors }) => descriptors);
    const spoken = all.filter(({ code }) => linked.has(code));
    expect(spoken.length / all.length).toBeGreaterThan(0.9);
  });

  it('gives links between competences alone, in the order of the other framework', () => {
    const links = competenceLinks(walk, to);
    expect([...links.keys()]).toEqual(to.competences.map(({ code }) => code));
    expect(links.get('1.3')?.map((link) => [link.from, link.relation])).toEqual([
      ['1.2', 'broader'],
      ['1.3', 'broader'],
    ]);
  });
});

const anyWalk: fc.Arbitrary<Crosswalk> = fc.record({
  id: fc.constant('a-b'),
  version: fc.constant('1.0.0'),
  from: fc.constant({ framework: 'a', version: '1.0.0' }),
  to: fc.constant({ framework: 'b', version: '2.0.0' }),
  licence: fc.constant('MIT'),
  links: fc.array(
    fc.record({
      from: fc.string({ minLength: 1 }),
      to: fc.string({ minLength: 1 }),
      relation: fc.constantFrom(...relations),
    }),
    { minLength: 1 },
  ),
});

it('inverted twice is itself, and once says the contrary', () => {
  fc.assert(
    fc.property(anyWalk, (one) => {
      expect(invertCrosswalk(invertCrosswalk(one))).toEqual(one);
      const turned = invertCrosswalk(one);
      expect([turned.from, turned.to]).toEqual([one.to, one.from]);
      one.links.forEach(({ relation }, index) => {
        const other = turned.links[index]?.relation;
        if (relation === 'broader') expect(other).toBe('narrower');
        else if (relation === 'narrower') expect(other).toBe('broader');
        else expect(other).toBe(relation);
      });
    }),
  );
});

describe('a mistake is told', () => {
  it.each<[string, Partial<Crosswalk>, string]>([
    [
      'a code that is not there',
      { links: [{ from: '1.1', to: '9.9', relation: 'close' }] },
      '1.1 -> 9.9: digcomp has no 9.9.',
    ],
    [
      'a competence linked to a descriptor',
      { links: [{ from: '1.1', to: 'CS1.1.01', relation: 'close' }] },
      '1.1 -> CS1.1.01: a competence corresponds to no descriptor.',
    ],
    [
      'a pair linked twice',
      {
        links: [
          { from: '1.1', to: '1.1', relation: 'close' },
          { from: '1.1', to: '1.1', relation: 'exact' },
        ],
      },
      '1.1 -> 1.1 is there twice.',
    ],
    [
      'another version of a framework',
      { from: { framework: 'crcn', version: '2.0.0' } },
      '`from` is crcn 2.0.0; the folder has crcn 1.0.0.',
    ],
  ])('%s', (_, change, said) => {
    expect(crosswalkProblems({ ...walk, ...change }, from, to)).toEqual([said]);
  });
});
