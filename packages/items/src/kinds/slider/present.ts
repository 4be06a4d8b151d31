import type { PresentedPart } from '../kind.ts';
import type { Slider } from './instantiate.ts';

export const present = ({ line }: Slider): PresentedPart => ({ kind: 'slider', line });
