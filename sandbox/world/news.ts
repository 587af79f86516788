/** Tells whoever listens that something happened in the world. A listener must not throw. */
export type News = { tell(): void; listen(listener: () => void): () => void };

export function newNews(): News {
  const listeners = new Set<() => void>();
  return {
    tell: () => listeners.forEach((listener) => listener()),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
