/** Year groups in the order of school, youngest first. */
const schooling = [
  ...['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'],
  ...['6e', '5e', '4e', '3e', '2de', '1re', 'Tle'],
];

const rank = (yearGroup: string): number => {
  const found = schooling.indexOf(yearGroup);
  return found === -1 ? schooling.length : found;
};

/** Orders year groups as school does; what it does not know comes last, by name. */
export const compareYearGroups = (a: string, b: string): number =>
  rank(a) - rank(b) || a.localeCompare(b, 'fr');
