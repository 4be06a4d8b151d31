const written = /https?:\/\/([^\s/›"«»<>()]+)/gi;
const mailbox = /[^\s@<>()«»"]+@([\p{L}\d.-]*[\p{L}\d])/giu;
const bare =
  /(?<![\p{L}\d.@-])((?:[\p{L}\d-]+\.)+(?:fr|com|org|net|eu|be|ch|io|gouv|tv))(?![\p{L}\d-]|\.[\p{L}\d])/giu;

/** The hosts a text names that are not reserved for examples, so that may be somebody's. */
export function foreignHosts(text: string): string[] {
  const hosts = [written, mailbox, bare].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, host]) => (host === undefined ? [] : [host])),
  );
  return [...new Set(hosts)].filter((host) => !isExample(host));
}

/** Whether an address as results show it (`club.example/page › accueil`) is an example's. */
export function isExampleAddress(address: string): boolean {
  const [host = ''] = address.replace(/^https?:\/\//i, '').split(/[/\s›?#]/);
  return isExample(host);
}

const isExample = (host: string) => /\.example(?::\d+)?$/i.test(host.replace(/[.,;!?]+$/, ''));
