import type { Attachment } from 'svelte/attachments';

/**
 * Lets a button take one click where a child clicks twice: the second would fall on what has come
 * to its place, such as the button of the next question.
 */
export const oneClick: Attachment<HTMLElement> = (element) => {
  const ignoreSecond = (event: MouseEvent) => {
    if (event.detail > 1) event.preventDefault();
  };
  element.addEventListener('click', ignoreSecond);
  return () => element.removeEventListener('click', ignoreSecond);
};
