import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCrosswalks, textsOf } from '../read/read-crosswalk.ts';
import { crcn, readCrcn } from '../testing/crcn.ts';
import { type CaseRequest, casePackage } from './case-package.ts';
import { importCase } from './import-case.ts';

const { edition, locks } = readCrcn();
const own = edition.framework.value;
const texts = textsOf(own);
const { crosswalks } = readCrosswalks(join(crcn, '..'), own);
const [digcomp] = crosswalks;
if (!digcomp) throw new Error('no crosswalk');

const { published, ...digcompTexts } = digcomp.to;

const schemaFile = new URL('./fixtures/case-v1p1-cfpackage.json', import.meta.url);
const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats.default(ajv);
const isPackage = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

const request = (release: CaseRequest['release']): CaseRequest => ({
  texts,
  base: 'https://jalon.example/ims/case/v1p1',
  changedAt: '2026-11-27T08:00:00.000Z',
  release,
  crosswalks,
});
const ofRelease = ({ version, sha256 }: { version: string; sha256: string }) =>
  casePackage(request({ version, sha256 }));
const digcompPackage = casePackage({
  ...request(null),
  texts: digcomp.to,
  crosswalks: [],
});

describe('a CASE package', () => {
  it.each([
    ...locks.map((lock) => [`release ${lock.version}`, ofRelease(lock)] as const),
    ['DigComp', digcompPackage] as const,
  ])('of %s is valid by the official schema', (_, made) => {
    isPackage(made);
    expect(isPackage.errors ?? []).toEqual([]);
  });

  it('leaves the day its texts are of to the dates of its records', () => {
    expect(published).toBe('2025-11-24');
    expect(JSON.stringify(digcompPackage)).not.toContain('published');
  });

  it('would be refused by it with a field too few or too many', () => {
    const { CFDocument, ...rest } = digcompPackage;
    expect(isPackage(rest)).toBe(false);
    expect(isPackage({ ...rest, CFDocument: { ...CFDocument, colour: 'red' } })).toBe(false);
  });

  it('has an item for each domain, competence and descriptor, each once in the tree', () => {
    const [lock] = locks;
    if (!lock) throw new Error('no release');
    const { CFItems, CFAssociations, CFDocument } = ofRelease(lock);
    expect(CFItems).toHaveLength(5 + 16 + 162);
    const children = CFAssociations.filter((one) => one.associationType === 'isChildOf');
    expect(new Set(children.map((one) => one.originNodeURI.identifier)).size).toBe(CFItems.length);
    const known = new Set([CFDocument, ...CFItems].map(({ identifier }) => identifier));
    for (const one of children) expect(known).toContain(one.destinationNodeURI.identifier);
  });

  it('has identifiers that never change: the same items from release to release, a document for each', () => {
    const packages = locks.map(ofRelease);
    const items = packages.map(({ CFItems }) => JSON.stringify(CFItems));
    expect(new Set(items).size).toBe(1);
    // Others link to these: they stay as they were when they were first served.
    expect(packages[0]?.CFDocument.identifier).toBe('74045459-4538-563b-a7fc-fd70a3c901f9');
    expect(packages[0]?.CFItems[1]?.identifier).toBe('9f27617b-eff2-5d39-aa90-a025b946e411');
    const all = packages.flatMap((one) => [
      one.CFDocument.identifier,
      ...one.CFAssociations.map(({ identifier }) => identifier),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('links to the items of the other framework, a part to its whole whichever side it is on', () => {
    const [lock] = locks;
    if (!lock) throw new Error('no release');
    const { CFItems, CFAssociations } = ofRelease(lock);
    const [ours, theirs] = [CFItems, digcompPackage.CFItems].map(
      (items) => new Map(items.map((item) => [item.humanCodingScheme, item.identifier])),
    );
    const parts = CFAssociations.filter((one) => one.associationType === 'isPartOf').map((one) => [
      one.originNodeURI.identifier,
      one.destinationNodeURI.identifier,
    ]);
    // DigComp 1.2 is narrower than 1.1 of the CRCN; DigComp 1.3 is broader than 1.2.
    expect(parts).toContainEqual([theirs?.get('1.2'), ours?.get('1.1')]);
    expect(parts).toContainEqual([ours?.get('1.2'), theirs?.get('1.3')]);
  });
});

describe('a package that is imported', () => {
  it.each([
    ['the CRCN', request(null)],
    ['DigComp', { ...request(null), texts: digcompTexts, crosswalks: [] }],
  ])('gives %s as it was', (_, asked) => {
    const { texts: made, kept } = importCase(
      JSON.parse(JSON.stringify(casePackage(asked))),
      asked.texts.id,
    );
    expect(made).toEqual(asked.texts);
    expect(kept).toHaveLength(1);
  });

  const item = (identifier: string, more: object = {}) => ({
    identifier,
    fullStatement: `Savoir ${identifier}`,
    ...more,
  });
  const child = (origin: string, destination: string, sequenceNumber?: number) => ({
    associationType: 'isChildOf',
    sequenceNumber,
    originNodeURI: { identifier: origin },
    destinationNodeURI: { identifier: destination },
  });
  const foreign = (items: object[], associations: object[]) => ({
    CFDocument: { identifier: 'd', title: 'Ailleurs', creator: 'Quelqu’un' },
    CFItems: items,
    CFAssociations: associations,
  });

  it('says what it left out: deeper items, other associations, levels that are not there', () => {
    const { texts: made, left } = importCase(
      foreign(
        ['a', 'b', 'c', 'e', 'f', 'lost'].map((name) => item(name)),
        [
          child('a', 'd'),
          child('b', 'a'),
          child('e', 'c', 2),
          child('f', 'c', 1),
          child('c', 'b'),
          { ...child('a', 'b'), associationType: 'precedes' },
        ],
      ),
      'ailleurs',
    );
    expect(made?.competences).toEqual([
      expect.objectContaining({
        code: 'b',
        descriptors: [
          { code: 'f', level: 1, text: 'Savoir f' },
          { code: 'e', level: 1, text: 'Savoir e' },
        ],
      }),
    ]);
    expect(left).toEqual([
      '1 associations precedes.',
      '1 items that stand nowhere in the tree.',
      '2 descriptors say no level: each was put at 1, for a steward to place.',
      '1 items between competences and descriptors.',
      'The levels: the package names none.',
    ]);
  });

  it('without a tree gives its items as competences of one domain', () => {
    const { texts: made } = importCase(foreign([item('a'), item('b')], []), 'ailleurs');
    expect(made?.domains).toEqual([{ code: '1', name: 'Ailleurs' }]);
    expect(made?.competences.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('whose tree runs in a circle is read all the same, and that is told', () => {
    const { texts: made, left } = importCase(
      foreign([item('a'), item('b')], [child('a', 'd'), child('b', 'a'), child('a', 'b')]),
      'ailleurs',
    );
    expect(made?.competences).toHaveLength(1);
    expect(left[0]).toBe('An isChildOf from a to b: no tree has it.');
  });

  it('is never more than refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => {
        const { texts: made, left } = importCase(content, 'x');
        expect(made).toBeNull();
        expect(left.length).toBeGreaterThan(0);
      }),
    );
  });
});
