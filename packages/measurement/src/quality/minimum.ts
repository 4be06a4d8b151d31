/**
 * Nothing is said of an item, a group or a competence by fewer answers: half of what Educational
 * Testing Service asks for in a group before a test is used (`DIF_MINIMUM`), so as to be told of
 * something early; intervals are to be shown beside.
 */
export const QUALITY_MINIMUM = 100;
