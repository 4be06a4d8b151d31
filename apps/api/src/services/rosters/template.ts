import { templateFile } from '@jalon/rosters';

/** Our own file of pupils, empty, to be filled in. */
export const rosterTemplate = templateFile;
