import { DEFAULT_MINIMUM_CELL } from '@jalon/disclosure';

/** The smallest count that leaves the API. */
export const MINIMUM_CELL = DEFAULT_MINIMUM_CELL;
