/** No answer came in time: whether the call took effect is unknown. */
export class NoAnswer extends Error {
  constructor(what: string, timeoutMs: number) {
    super(`${what} did not answer within ${timeoutMs} ms`);
    this.name = 'NoAnswer';
  }
}

/**
 * Waits for `work`, at most `timeoutMs`, then aborts its signal and rejects with `NoAnswer`. The timer is the plain one,
 * so that virtual time drives it; `AbortSignal.timeout` never is virtual. Work that ignores its signal is left behind.
 */
export async function withinTime<Value>(
  what: string,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(what, timeoutMs));
      abort.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(abort.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
