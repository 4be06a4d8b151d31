/** The field that says whose positions they are. */
export const PUPIL = 'eleve';

/** What the name of a position's field begins with, before the competence. */
export const POSITION = 'position-';
