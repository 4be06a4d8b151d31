/** What the controls of a form held: values by field name. Kept so that a form can be shown again. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** The fields of a form that hold a text and are an answer's. */
export function givenIn(
  form: FormData,
  isAnswer: (name: string) => boolean = isAnswerField,
): Given {
  const given: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && isAnswer(name)) (given[name] ??= []).push(value);
  }
  return given;
}

/** The fields that the kinds' contracts name. */
export function isAnswerField(name: string): boolean {
  return /^(answer|unit|log)$|^(answer|position|match)-/.test(name);
}

/** The value of a field that holds one. */
export const givenValue = (given: Given, name: string): string => given[name]?.[0] ?? '';

/** Elements in the places that the fields `position-<id>` give them; those without one stay last. */
export function inGivenOrder<T extends { id: string }>(elements: readonly T[], given: Given): T[] {
  const placeOf = ({ id }: T) => Number(givenValue(given, `position-${id}`)) || Infinity;
  return elements
    .map((element, index) => ({ element, place: placeOf(element), index }))
    .sort((a, b) => (a.place === b.place ? a.index - b.index : a.place - b.place))
    .map(({ element }) => element);
}

/** The list with one element moved by one place; itself where that would leave the list. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const element = list[from];
  if (element === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), element, ...rest.slice(to)];
}
