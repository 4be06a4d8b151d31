import { DEFAULT_MINIMUM_CELL, suppressCells } from '../../packages/disclosure/src/index.ts';
import { linkPlaces, splitPart } from '../../apps/api/src/services/cohorts/linked-table.ts';
import { placesOf } from '../../apps/api/src/services/cohorts/places.ts';
import { drawCountry, LEVELS, pupilsKey } from './country.ts';

/** `once SCHOOLS DEPARTMENTS SEED`: protects one competence of a made-up country; tells in JSON. */
const [schools, departments, seed = ''] = process.argv.slice(2);
const size = { schools: Number(schools), departments: Number(departments), pupilsASchool: 400 };
const country = drawCountry(size, seed);
const measured = { name: 'measured', parts: ['twice', 'once'] };
const twice = splitPart(measured, 'twice');

const startedMs = performance.now();
const { table } = linkPlaces(
  placesOf(country.schools),
  LEVELS,
  (uai, yearGroup, at) => {
    const counts = country.pupils.get(pupilsKey(uai, yearGroup)) ?? [];
    if (LEVELS.includes(at)) return counts[LEVELS.indexOf(at)] ?? 0;
    const all = counts.reduce((sum, count) => sum + count, 0);
    const ofTwice = Math.round(all / 2);
    return at === twice ? ofTwice : all - ofTwice;
  },
  [measured],
);
const linkedMs = performance.now();
const hidden = suppressCells(table);
const protectedMs = performance.now();

console.log(
  JSON.stringify({
    schools: country.schools.length,
    cells: table.counts.size,
    small: [...table.counts.values()].filter((count) => count < DEFAULT_MINIMUM_CELL).length,
    hidden: hidden.size,
    linkedMs: linkedMs - startedMs,
    protectedMs: protectedMs - linkedMs,
    peakMegabytes: process.resourceUsage().maxRSS / 1e3,
  }),
);
