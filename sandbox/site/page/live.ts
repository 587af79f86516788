/** Calls `changed` when something happened in the world, at most every 200 ms. Without the event stream it asks every 2 s. */
export function watchWorld(changed: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  const soon = () => {
    due ??= setTimeout(() => {
      due = undefined;
      changed();
    }, 200);
  };
  const source = new EventSource('/sandbox/api/events');
  source.onmessage = soon;
  source.onopen = () => {
    if (polling === undefined) return;
    clearInterval(polling);
    polling = undefined;
    soon();
  };
  source.onerror = () => (polling ??= setInterval(soon, 2_000));
  return () => {
    source.close();
    clearTimeout(due);
    clearInterval(polling);
  };
}

/** A realtime channel of the platform, as the product's frontend subscribes a screen to it. */
export function subscribeChannel(channel: string, token: string | undefined, onEvent: (payload: unknown) => void) {
  const query = new URLSearchParams({ channel, ...(token && { token }) });
  const source = new EventSource(`/sandbox/api/events?${query.toString()}`);
  source.onmessage = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as { what: string; channel?: string; payload?: unknown };
    if (event.what === 'realtime' && event.channel === channel) onEvent(event.payload);
  };
  return { unsubscribe: () => source.close() };
}
