import type { Attachment } from 'svelte/attachments';

/** Moves the focus to an element as soon as it is there. */
export const focusHere: Attachment<HTMLElement> = (element) => {
  element.focus();
};
