/** What we use of the client's event emitter. */
interface FrameSource {
  listeners(event: 'ws_message'): readonly ((data: unknown, isBinary: boolean) => unknown)[];
  removeAllListeners(event: 'ws_message'): unknown;
  on(event: 'ws_message', listener: (data: unknown, isBinary: boolean) => void): unknown;
}

/**
 * Lets only well-formed frames through to the SDK's own handler, which is an async function nobody awaits: a frame
 * such as `null` would make it reject, and an unhandled rejection ends the process.
 */
export function dropMalformedFrames(client: FrameSource): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data, isBinary) => {
    if (!isBinary && isWellFormed(data)) for (const handle of handlers) handle(data, isBinary);
  });
}

function isWellFormed(data: unknown): boolean {
  const frame = parsed(data);
  if (!isObject(frame)) return false;
  const payload = propertyOf(frame, 'payload');
  // The SDK looks for the event's type without asking whether there is an event.
  if (propertyOf(frame, 'type') === 'events_api') return isObject(payload) && isObject(propertyOf(payload, 'event'));
  return payload === undefined || isObject(payload);
}

const propertyOf = (value: object, name: string): unknown => Reflect.get(value, name);

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
