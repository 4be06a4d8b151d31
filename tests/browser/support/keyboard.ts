import type { Page } from 'playwright-core';

/** Presses Tab until the focus is on an element that the selector matches. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (there) return;
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

/** Presses Tab until the focus is on an element whose name holds this text. */
export async function tabToName(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => {
      const active = document.activeElement;
      // At the end of the page the focus is nowhere.
      if (active === null || active === document.body) return false;
      const labels =
        active instanceof HTMLInputElement ||
        active instanceof HTMLSelectElement ||
        active instanceof HTMLTextAreaElement
          ? [...(active.labels ?? [])].map((label) => label.textContent)
          : [active.textContent];
      const words = [active.getAttribute('aria-label'), ...labels].join(' ');
      return words.replace(/\s+/g, ' ').includes(wanted);
    }, name);
    if (there) return;
  }
  throw new Error(`The keyboard does not reach “${name}”.`);
}

/** Reaches a button by Tab and presses it. */
export async function pressName(page: Page, name: string): Promise<void> {
  await tabToName(page, name);
  await page.keyboard.press('Enter');
}
