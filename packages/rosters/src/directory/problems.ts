/** Something about a table of public data that whoever brings it should know. */
export interface TableProblem {
  code:
    /** A value that no rule is known for: the attribute stays unsaid. */
    | 'unknown-value'
    /** The table has no such column: what it would say stays unsaid for all. */
    | 'missing-column'
    /** Two rows of one school say different things: the first counts. */
    | 'said-twice';
  line: number;
  /** The school that it is about, where it is about one. */
  uai: string | null;
  column: string;
  value: string;
}

/** A problem in a sentence, for whoever runs the service. */
export function describeTableProblem({ code, line, uai, column, value }: TableProblem): string {
  const about = uai === null ? '' : `, school ${uai}`;
  if (code === 'missing-column') return `There is no column ${column}: it stays unsaid.`;
  if (code === 'said-twice') {
    return `Line ${line}${about}: an earlier line says otherwise, and counts.`;
  }
  return `Line ${line}${about}: “${value.slice(0, 80)}” is no known ${column}; it stays unsaid.`;
}
