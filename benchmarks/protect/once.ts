import { DEFAULT_MINIMUM_CELL, suppressCells } from '../../packages/disclosure/src/index.ts';
import { linkPlaces } from '../../apps/api/src/services/cohorts/linked-table.ts';
import { placesOf } from '../../apps/api/src/services/cohorts/places.ts';
import { drawCountry, LEVELS, pupilsKey } from './country.ts';

/** `once SCHOOLS DEPARTMENTS SEED`: protects one competence of a made-up country; tells in JSON. */
const [schools, departments, seed = ''] = process.argv.slice(2);
const size = { schools: Number(schools), departments: Number(departments), pupilsASchool: 400 };
const country = drawCountry(size, seed);

const startedMs = performance.now();
const { table } = linkPlaces(
  placesOf(country.schools),
  LEVELS,
  (uai, yearGroup, level) =>
    country.pupils.get(pupilsKey(uai, yearGroup))?.[LEVELS.indexOf(level)] ?? 0,
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
