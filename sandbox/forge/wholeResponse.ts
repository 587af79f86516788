type Body = string | Uint8Array;

const decoder = new TextDecoder();

/**
 * A `Response` whose body is known from the start, as the sandbox's always is. Whoever reads it whole gets it as it is;
 * the streams in which Node keeps a body, which cost more than most calls, are made only for who asks for them.
 */
export class WholeResponse extends Response {
  readonly #whole: Body;
  #streamed: Response | undefined;
  #isRead = false;

  constructor(whole: Body, init: ResponseInit) {
    super(null, init);
    this.#whole = whole;
    if (typeof whole === 'string' && !this.headers.has('content-type'))
      this.headers.set('content-type', 'text/plain;charset=UTF-8'); // as Response does
  }

  override get body() {
    return this.#asStream().body;
  }

  override get bodyUsed(): boolean {
    return this.#isRead || (this.#streamed?.bodyUsed ?? false);
  }

  override async text(): Promise<string> {
    if (this.#streamed) return this.#streamed.text();
    this.#read();
    return typeof this.#whole === 'string' ? this.#whole : decoder.decode(this.#whole);
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#lastStream().arrayBuffer();
  }

  override async blob() {
    return this.#lastStream().blob();
  }

  override async formData() {
    return this.#lastStream().formData();
  }

  override clone(): WholeResponse {
    if (this.bodyUsed) throw new TypeError('Response.clone: Body has already been consumed.');
    return new WholeResponse(this.#whole, this);
  }

  #asStream(): Response {
    this.#streamed ??= new Response(this.#isRead ? null : (this.#whole as BodyInit), this);
    return this.#streamed;
  }

  #lastStream(): Response {
    if (this.#isRead) this.#read();
    return this.#asStream();
  }

  /** @throws TypeError when it was read before. */
  #read(): void {
    if (this.#isRead) throw new TypeError('Body is unusable: Body has already been read');
    this.#isRead = true;
  }
}
