/**
 * Reads the text of a stream of server-sent events, in whatever pieces it comes, and tells each
 * event once it is whole. Comments are passed over.
 */
export function blocksOf(onEvent: (name: string, data: string) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const valueOf = (field: string) =>
        lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
      const data = valueOf('data');
      if (data !== undefined) onEvent(valueOf('event') ?? 'message', data);
    }
  };
}
