const ITEM_FILE = /(?:^|\/)items\/([1-9]\.[1-9])\/([^/]+)\.v\d+\.ya?ml$/;

/** The id that an item's file is named for, `items/1.1/essai.v2.yaml`; `null` for other files. */
export function itemIdOfPath(path: string): string | null {
  const [, competence, name] = ITEM_FILE.exec(path) ?? [];
  return competence && name ? `${competence}-${name}` : null;
}
