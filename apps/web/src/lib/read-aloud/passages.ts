/** A piece of a page as it is read aloud: what one would read in one breath, and where it stands. */
export interface Passage {
  text: string;
  /** Its language, such as `fr`. */
  lang: string;
  element: Element;
}

/**
 * What a part of a page says, in the order in which it stands there: texts, the names of pictures
 * and of gaps, and what closed lists offer. Nothing that is not shown, and of what is repeated
 * (the words of buttons, the same list in each line) the first only. Needs nothing but the page, so
 * that it reads every kind of item and whatever a simulator shows.
 */
export function passagesOf(root: Element): Passage[] {
  const passages: Passage[] = [];
  const saidOnce = new Set<string>();
  let text = '';
  let holder = root;

  const langOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? 'fr';

  const flush = () => {
    const said = text
      .replace(/\s+/g, ' ')
      .replace(/ ([,.])/g, '$1')
      .trim();
    if (/[\p{L}\p{N}]/u.test(said))
      passages.push({ text: said, lang: langOf(holder), element: holder });
    text = '';
  };

  const once = (words: string): string => {
    if (saidOnce.has(words)) return '';
    saidOnce.add(words);
    return words;
  };

  const isSilent = (element: Element): boolean => {
    if (
      element.matches('[aria-hidden=true], [data-listen], [role=status], script, style, noscript')
    ) {
      return true;
    }
    const { parentElement: parent } = element;
    const isFolded = parent instanceof HTMLDetailsElement && !parent.open;
    if (isFolded && element.localName !== 'summary') return true;
    const { display, visibility } = getComputedStyle(element);
    return display === 'none' || visibility === 'hidden';
  };

  /** What stands for a control: the name it bears itself, and what it offers. */
  const controlText = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? '';
    if (element instanceof HTMLSelectElement) {
      const offered = [...element.options].filter(({ value }) => value !== '');
      return `${name}. ${once(offered.map((option) => option.text).join(', '))}. `;
    }
    const isTyped = element.matches('input:not([type=radio], [type=checkbox], [type=range])');
    return isTyped ? name : '';
  };

  const isApart = (element: Element): boolean =>
    !/^(inline|contents|table-cell)/.test(getComputedStyle(element).display) ||
    langOf(element) !== langOf(holder);

  const apart = (element: Element, fill: () => void): void => {
    const outer = holder;
    flush();
    holder = element;
    fill();
    flush();
    holder = outer;
  };

  const visit = (element: Element): void => {
    if (isSilent(element)) return;
    if (element.matches('input, select, textarea')) {
      text += ` ${controlText(element)} `;
    } else if (element instanceof SVGElement) {
      // Whoever sees the picture cannot read what is written in it either.
      const written = [...element.querySelectorAll('text')].map((one) => one.textContent);
      text += ` ${[element.getAttribute('aria-label') ?? '', ...written].join('. ')}. `;
    } else if (element.matches('button.button')) {
      apart(element, () => (text = once(element.textContent)));
    } else if (isApart(element)) {
      apart(element, () => visitAll(element));
    } else {
      if (element.matches('td, th') && text.trim() !== '') text += ', ';
      visitAll(element);
    }
  };

  const visitAll = (element: Element): void => {
    for (const child of element.childNodes) {
      if (child instanceof Element) visit(child);
      else if (child instanceof Text) text += child.data;
    }
  };

  visit(root);
  flush();
  return passages;
}
