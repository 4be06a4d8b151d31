/** The query parameter that says that the pictures came too long after the words. */
export const LATE = 'tard';
