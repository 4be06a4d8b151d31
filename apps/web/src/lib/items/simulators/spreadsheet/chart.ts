import type { Chart } from '@jalon/items/machines/spreadsheet';
import { m } from '#lib/paraglide/messages.js';

export const chartTypes: readonly Chart['type'][] = ['columns', 'line', 'pie'];

/** What a form of chart is called. */
export const chartNames: Record<Chart['type'], () => string> = {
  columns: m.sim_sheet_chart_columns,
  line: m.sim_sheet_chart_line,
  pie: m.sim_sheet_chart_pie,
};

export const chartSize = { width: 320, height: 180 } as const;
const FLOOR = 150;
const CEILING = 16;

/** A value on the chart: its name, and where its middle and its top stand. */
export interface Mark {
  label: string;
  value: number;
  x: number;
  y: number;
}

/** The marks of columns and lines, from left to right; `floor` is where nought stands. */
export function marksOf(points: readonly { label: string; value: number }[]): {
  marks: Mark[];
  floor: number;
  step: number;
} {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const scale = (FLOOR - CEILING) / (high - low || 1);
  const step = chartSize.width / Math.max(1, points.length);
  return {
    floor: FLOOR + low * scale,
    step,
    marks: points.map(({ label, value }, rank) => ({
      label,
      value,
      x: (rank + 0.5) * step,
      y: FLOOR - (value - low) * scale,
    })),
  };
}

/** The slices of a pie as paths around the middle, clockwise from the top; none where nothing is above nought. */
export function slicesOf(
  values: readonly number[],
  { x, y, radius }: { x: number; y: number; radius: number },
): string[] {
  const shares = values.map((value) => Math.max(0, value));
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return [];
  const at = (share: number) => {
    // A whole circle would begin where it ends, and show nothing.
    const turn = 2 * Math.PI * Math.min(share, 0.9999);
    return `${(x + radius * Math.sin(turn)).toFixed(2)} ${(y - radius * Math.cos(turn)).toFixed(2)}`;
  };
  let before = 0;
  return shares.map((share) => {
    const from = before / total;
    before += share;
    const isLarge = share / total > 0.5 ? 1 : 0;
    return `M${String(x)} ${String(y)}L${at(from)}A${String(radius)} ${String(radius)} 0 ${String(isLarge)} 1 ${at(before / total)}Z`;
  });
}
