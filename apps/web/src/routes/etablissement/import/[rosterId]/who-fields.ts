/** The field that says who the doubtful pupil of a line is. */
export const whoField = (line: number): string => `qui-${line}`;

/** What that field says for somebody new; otherwise a pupil's id, or nothing. */
export const NEW_PUPIL = 'nouveau';
