const youngest: readonly string[] = ['CP', 'CE1', 'CE2'];

/** Whether a class has pupils of CP to CE2, who are offered a row of pictures: `CE2-CM1` too. */
export const isOfYoungest = (yearGroup: string): boolean =>
  yearGroup.split('-').some((one) => youngest.includes(one));
