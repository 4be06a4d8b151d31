import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The one address by which the product knows its database, whatever server stands behind it. */
export interface Forwarder {
  port: number;
  /** New connections go there. Those that are open are cut, or left to whoever they lead to. */
  moveTo(port: number, isCut: boolean): void;
  close(): void;
}

/** Forwards connections of loopback: what an operator's virtual address or proxy does. */
export async function forwardTo(first: number): Promise<Forwarder> {
  let target = first;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    port: address.port,
    moveTo(port, isCut) {
      target = port;
      if (isCut) cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
