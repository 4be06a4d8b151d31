import { type Given, givenIn } from '#lib/items/given.ts';

/**
 * What the pupil typed or ticked in the server's page before its script arrived: on a slow line,
 * hydration would set the controls back to what the server had sent. The key tells this very page.
 */
export function typedBeforeScript(clientKey: string): Given {
  if (typeof document === 'undefined') return {};
  const keys = document.querySelectorAll<HTMLInputElement>('input[name="clientKey"]');
  const form = [...keys].find(({ value }) => value === clientKey)?.form;
  return form ? givenIn(new FormData(form)) : {};
}
