/** Whether a content is a group of fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a place of a content; undefined where nothing does. */
export const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((here, part) => {
    if (Array.isArray(here)) return typeof part === 'number' ? here[part] : undefined;
    return isRecord(here) ? here[String(part)] : undefined;
  }, content);
