import type { ItemDefinition } from '@jalon/items';
import { itemsByCompetence } from '../bank.ts';

/** What a bank holds of one competence. */
export interface CompetenceSummary {
  competence: string;
  items: number;
  templates: number;
  /** How many items, by level and by kind. */
  levels: Record<string, number>;
  kinds: Record<string, number>;
}

/** Counts items by competence, level and kind. */
export function summarizeBank(items: readonly ItemDefinition[]): CompetenceSummary[] {
  return [...itemsByCompetence(items)].map(([competence, own]) => ({
    competence,
    items: own.length,
    templates: own.filter(({ variables }) => variables).length,
    levels: countBy(own.map(({ level }) => String(level))),
    kinds: countBy(own.map(({ kind }) => kind)),
  }));
}

/** One line of a summary for a person. */
export function summaryText(summary: CompetenceSummary): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} × ${count}`)
      .join(', ');
  const { competence, items, templates, levels, kinds } = summary;
  return `${competence}: ${items} items, ${templates} templates; by level: ${list(levels)}; by kind: ${list(kinds)}`;
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]): [string, number] => [
    name,
    all.length,
  ]);
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
