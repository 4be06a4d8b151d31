import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { FileProblem } from '../problem.ts';
import { advise } from './advice.ts';
import { placeOf } from './place.ts';

export type YamlReading<T> =
  | { ok: true; value: T; content: unknown; placeOf: (path: readonly PropertyKey[]) => Place }
  | { ok: false; problems: FileProblem[] };

type Place = Pick<FileProblem, 'line' | 'column'>;

/**
 * Reads a YAML (or JSON) text by a schema. `content` is what the text says before the schema, for
 * hashing; `placeOf` tells where in the text a value stands. A mistake of syntax or of schema gives
 * its line and what to write instead.
 */
export function readYaml<T>(path: string, text: string, schema: z.ZodType<T>): YamlReading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const content = contentOf(document);
  if (!content.ok) {
    const { line, col } = lines.linePos(content.offset);
    const message = `This is not YAML: ${content.message}.`;
    return { ok: false, problems: [{ path, line, column: col, message, instead: quoting }] };
  }
  const parsed = schema.safeParse(content.value);
  if (parsed.success) {
    return {
      ok: true,
      value: parsed.data,
      content: content.value,
      placeOf: (at) => placeOf(document, lines, at),
    };
  }
  const problems = parsed.error.issues
    .flatMap(deepest)
    .flatMap((issue) => advise(issue, schema, content.value))
    .map(({ path: at, key, message, instead }) => ({
      path,
      ...placeOf(document, lines, at, key),
      message,
      instead,
    }))
    .sort((a, b) => a.line - b.line);
  return { ok: false, problems };
}

const quoting =
  "`key: value`, with quotes around a text that holds ': ' or ' #' or begins with a sign, and, inside `{ … }`, a comma or a bracket.";

type Content = { ok: true; value: unknown } | { ok: false; offset: number; message: string };

function contentOf(document: Document): Content {
  // One slip makes the parser stumble over all that follows: only the first is the writer's.
  const [slip] = document.errors;
  if (slip) {
    const message = (slip.message.split(/ at line |:?\n/)[0] ?? '').trim().replace(/\.$/, '');
    return { ok: false, offset: slip.pos[0], message };
  }
  try {
    const value: unknown = document.toJS();
    return { ok: true, value };
  } catch (error) {
    // An alias (`*name`) that names nothing, or too much, shows only here.
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, offset: 0, message: error.message.replace(/\.$/, '') };
  }
}

/** The issues that tell most: inside a union, those of the form that came nearest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = issue.errors.reduce((best, one) => (one.length < best.length ? one : best));
  return closest.flatMap((inner) => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}
