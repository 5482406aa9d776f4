import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { control, isControl } from './control/index.ts';
import type { Machine } from './machine.ts';
import type { PbxTls } from './options.ts';
import { serveCall } from './serve.ts';

/** The PBX's listening socket. */
export type PbxServer = {
  /** Where it listens, such as "http://127.0.0.1:8088". */
  url: string;
  /** Shows another certificate to connections from now on. Only on a PBX that was started with one. */
  useCertificate: (tls: PbxTls) => void;
  /** Cuts every connection and frees the port. */
  close: () => Promise<void>;
};

/** Listens on 127.0.0.1. Rejects when the port is taken. */
export async function listen(pbx: Machine): Promise<PbxServer> {
  const { tls, port } = pbx.settings;
  const listener = answerRequests(pbx);
  const https = tls === null ? null : createHttpsServer(secureContext(tls), listener);
  const web = https ?? createHttpServer(listener);
  const door = createServer({ noDelay: true, allowHalfOpen: tls === null }, (wire) => admit(wire, web, pbx));
  door.listen(port, '127.0.0.1');
  await once(door, 'listening');
  return {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${portOf(door)}`,
    useCertificate: (next) => replaceCertificate(https, next),
    close: () => close(door, pbx),
  };
}

function answerRequests(pbx: Machine): RequestListener {
  return (request, response) => {
    // The vendor: each request is a new TCP connection, which the PBX closes after its answer.
    response.setHeader('connection', 'close');
    const wire = pbx.connections.get(request.socket.remotePort ?? 0);
    if (wire === undefined) return;
    const served = isControl(request) ? control(request, response, pbx) : serveCall(request, response, wire, pbx);
    served.catch((error: unknown) => {
      // A client that left is no error; anything else is a bug here and must not pass quietly.
      if (!request.socket.destroyed) throw error;
    });
  };
}

/** Takes a TCP connection in: hands it to the web server, or, while connections are ignored, only drains it. */
function admit(wire: Socket, web: Server, pbx: Machine): void {
  const port = wire.remotePort ?? 0;
  pbx.connections.set(port, wire);
  wire.on('error', () => undefined);
  wire.once('close', () => {
    pbx.connections.delete(port);
    pbx.watch.changed();
  });
  pbx.watch.changed();
  if (pbx.ignoresConnections) wire.once('end', () => wire.destroy()).resume();
  else web.emit('connection', wire);
}

function replaceCertificate(https: HttpsServer | null, tls: PbxTls): void {
  if (https === null) throw new Error('This PBX was started without a certificate and speaks http');
  https.setSecureContext(secureContext(tls));
}

/** Versions below TLS 1.2 need the library's security level lowered; that is the point of playing an old PBX. */
function secureContext({ key, cert, maxVersion }: PbxTls): SecureContextOptions {
  if (maxVersion !== 'TLSv1.1') return maxVersion === undefined ? { key, cert } : { key, cert, maxVersion };
  return { key, cert, minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' };
}

async function close(door: Server, pbx: Machine): Promise<void> {
  if (!door.listening) return;
  const closed = once(door, 'close');
  door.close();
  for (const wire of pbx.connections.values()) wire.destroy();
  await closed;
}

function portOf(door: Server): number {
  const address: AddressInfo | string | null = door.address();
  if (address === null || typeof address === 'string') throw new Error('The PBX listens on no port');
  return address.port;
}
