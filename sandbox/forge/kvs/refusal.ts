/** The store refuses a request: answered as its error body. The codes of conflicts are those seen by others, not documented. */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0; // an answer, made by the thousand: nobody asks where
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

export const notFound = (key: string) => new KvsRefusal(404, 'KEY_NOT_FOUND', `there is no ${key}`);
export const badRequest = (code: string, message: string) => new KvsRefusal(400, code, message);
