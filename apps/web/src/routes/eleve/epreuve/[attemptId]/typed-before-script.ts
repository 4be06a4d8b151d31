import { type Given, givenIn } from '#lib/items/given.ts';

/**
 * What the pupil gave in the server's page before its script arrived. Fields keep that by themselves;
 * a list to put in order does not, whose places to choose give way to arrows. The key tells this
 * very page.
 */
export function typedBeforeScript(clientKey: string): Given {
  if (typeof document === 'undefined') return {};
  const keys = document.querySelectorAll<HTMLInputElement>('input[name="clientKey"]');
  const form = [...keys].find(({ value }) => value === clientKey)?.form;
  return form ? givenIn(new FormData(form)) : {};
}
