/** A wish the sandbox cannot fulfil because of what was asked: its message is a sentence for whoever asked. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: 400 | 401 | 404 | 409 | 503 = 400,
  ) {
    super(message);
    this.name = 'Refused';
  }
}
