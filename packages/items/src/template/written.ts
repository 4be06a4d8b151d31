import { z } from 'zod';
import { limits } from '../contract/limits.ts';
import { compileExpression } from './evaluate.ts';
import { compileText } from './render.ts';
import { TemplateError } from './template-error.ts';

function problemOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
}

/** An expression without braces. */
export const expression = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    const message = problemOf(() => compileExpression(source));
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const written = (most: number) =>
  z.union(
    [
      z
        .string()
        .min(1)
        .max(most)
        .superRefine((text, context) => {
          const message = problemOf(() => compileText(text));
          if (message !== null) context.addIssue({ code: 'custom', message });
        }),
      z.number(),
    ],
    'A text is expected here; put it between quotes if it starts with a sign.',
  );

/** A text as an item's writer writes it: it may hold `{{ … }}`; a bare number is a text too. */
export const writtenLine = written(limits.line * 2);
export const writtenParagraph = written(limits.paragraph);

/** A number, or an expression that gives one. */
export const writtenNumber = z.union([z.number(), expression]);

/** An object that holds exactly one of these fields. */
export function exactlyOneOf<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z
    .strictObject(shape)
    .partial()
    .refine((object) => Object.values(object).filter((field) => field !== undefined).length === 1, {
      error: `Write exactly one of ${names} here.`,
    });
}
