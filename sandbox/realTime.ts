const BEAT_MS = 20;

/** Tells, while it is on, how much real time has passed. */
export type RealTime = { start(): void; stop(): void; readonly on: boolean };

export function realTime(pass: (ms: number) => void): RealTime {
  let beat: NodeJS.Timeout | undefined;
  return {
    start() {
      if (beat) return;
      let last = performance.now();
      beat = setInterval(() => {
        const real = performance.now();
        pass(real - last);
        last = real;
      }, BEAT_MS);
    },
    stop() {
      clearInterval(beat);
      beat = undefined;
    },
    get on() {
      return beat !== undefined;
    },
  };
}

/** Work of Node that ends by itself very soon, without a timer: a virtual clock must not run ahead of it. */
export const isNodeBusy = () =>
  process.getActiveResourcesInfo().some((resource) => /^FSReq|Request$|^Zlib/.test(resource));
