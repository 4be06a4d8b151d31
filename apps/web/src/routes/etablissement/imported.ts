/** What an import changed, as the address of the page that follows it says. */
export interface Imported {
  added: number;
  changed: number;
  left: number;
}

const names = { added: 'arrives', changed: 'modifies', left: 'partis' } as const;

/** The address of the school's page after an import. */
export const afterImport = ({ added, changed, left }: Imported): string =>
  `/etablissement?${new URLSearchParams({
    [names.added]: String(added),
    [names.changed]: String(changed),
    [names.left]: String(left),
  })}`;

/** What the address says of an import; `null` where it says nothing. */
export function importedIn(search: URLSearchParams): Imported | null {
  const read = (name: string): number | null => {
    const text = search.get(name) ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  const [added, changed, left] = [read(names.added), read(names.changed), read(names.left)];
  return added === null || changed === null || left === null ? null : { added, changed, left };
}
