import { describe, expect, it } from 'vitest';
import { departmentCodes } from '../departments.ts';
import { academies, academyByCode, academyOfDepartment } from './academies.ts';

describe('the académies', () => {
  it('are 30, and four that stand for one overseas, each known by its own code', () => {
    expect(academies.filter(({ name }) => name.startsWith('Académie'))).toHaveLength(30);
    expect(academies).toHaveLength(34);
    expect(new Set(academies.map(({ code }) => code)).size).toBe(34);
    for (const one of academies) expect(academyByCode(one.code)).toBe(one);
  });

  it('hold every département and collectivity once, and nothing else', () => {
    const held = academies.flatMap(({ departments }) => departments);
    expect(held.toSorted()).toEqual([...departmentCodes].sort());
    for (const code of departmentCodes)
      expect(academyOfDepartment(code)?.departments).toContain(code);
    expect(academyOfDepartment('20')).toBeUndefined();
  });
});
