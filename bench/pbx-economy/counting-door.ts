import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A door in front of a server that counts who comes in. */
export interface CountingDoor extends AsyncDisposable {
  readonly url: string;
  readonly connections: number;
}

/** Opens a door in front of a server at this address of this machine. */
export async function openCountingDoor(behind: string): Promise<CountingDoor> {
  const target = Number(new URL(behind).port);
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((outside) => {
    connections += 1;
    const inside = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one));
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
