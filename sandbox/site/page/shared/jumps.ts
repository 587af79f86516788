const jumped = 'omnichat-clock-jumped';

/** The sandbox's clock jumped; the browser's own did not. */
export const tellJump = (): void => void window.dispatchEvent(new Event(jumped));

/** Calls back at every jump; returns how to stop it. */
export function watchJumps(listener: () => void): () => void {
  window.addEventListener(jumped, listener);
  return () => window.removeEventListener(jumped, listener);
}
