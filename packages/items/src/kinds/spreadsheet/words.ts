import type { ChartType, Event, World } from './contract.ts';

const chartWords: Record<ChartType, string> = {
  columns: 'en colonnes',
  line: 'en courbe',
  pie: 'en secteurs',
};

/** What a pupil did, for who reads a result. */
export function describeEvent(_world: World, _before: unknown, event: Event): string | null {
  switch (event.do) {
    case 'type':
      return event.text === '' ? `vide ${event.cell}` : `écrit « ${event.text} » en ${event.cell}`;
    case 'fill':
      return `recopie ${event.from} jusqu’à ${event.to}`;
    case 'sort':
      return `trie par la colonne ${event.column}, ${
        event.order === 'up' ? 'du plus petit au plus grand' : 'du plus grand au plus petit'
      }`;
    case 'filter':
      return `ne garde dans la colonne ${event.column} que ${event.keep
        .map((text) => `« ${text} »`)
        .join(', ')}`;
    case 'unfilter':
      return `montre de nouveau toutes les lignes de la colonne ${event.column}`;
    case 'chart':
      return `dessine un graphique ${chartWords[event.chart.type]} (${event.chart.labels}, ${event.chart.values})`;
    case 'unchart':
      return 'enlève le graphique';
  }
}
