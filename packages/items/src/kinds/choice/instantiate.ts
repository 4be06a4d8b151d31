import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { drawOptions } from '../shared/options.ts';
import type { definition } from './schema.ts';

export function instantiate(
  { options, shuffle = true }: z.infer<typeof definition>,
  draw: Drawing,
) {
  return { kind: 'choice' as const, options: drawOptions(options, shuffle, draw) };
}
export type Choice = ReturnType<typeof instantiate>;
