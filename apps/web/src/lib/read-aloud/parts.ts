/**
 * The parts of a page that are read aloud: an element of each part bears its name as `data-read`,
 * inside one that bears `data-reading`.
 */
export type Part = 'document' | 'question' | 'answers' | 'feedback' | 'result' | 'todo';
