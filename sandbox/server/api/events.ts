import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { World } from '../../world';

/** How long news are gathered before they are told: one line for a burst. */
const GATHER_MS = 50;
const HEARTBEAT_MS = 15_000;

/**
 * `/events`: server-sent events. `{what:'changed'}` whenever something happened; with `?channel=` (and `?token=`) also
 * `{what:'realtime', channel, payload}` for each event the app published to that realtime channel.
 */
export function eventsApi(world: World): Hono {
  const api = new Hono();
  api.get('/events', (context) => {
    const channel = context.req.query('channel');
    const token = context.req.query('token');
    return streamSSE(context, async (stream) => {
      const tell = (line: unknown) => void stream.writeSSE({ data: JSON.stringify(line) });
      const stops = [world.onChange(gathered(() => tell({ what: 'changed' })))];
      if (channel)
        stops.push(world.subscribe({ channel, token }, (payload) => tell({ what: 'realtime', channel, payload })));
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
      stops.push(() => clearInterval(heartbeat));
      tell({ what: 'listening' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      for (const stop of stops) stop();
    });
  });
  return api;
}

function gathered(tell: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell();
    }, GATHER_MS);
  };
}
