/**
 * The part of Jira expressions that event filters use: member access (`.`, `?.`, `['name']`), texts, numbers, `true`, `false`,
 * `null`, `== != < <= > >= && || !` and brackets. As in Jira, access to a member of null is an error, `?.` gives null.
 * @throws Error for anything else.
 */
export function evaluateExpression(source: string, variables: Readonly<Record<string, unknown>>): unknown {
  const parser = new Parser(tokensOf(source), variables);
  const value = parser.or();
  parser.expectEnd();
  return value;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\?\.|==|!=|<=|>=|&&|\|\||[.()[\]<>!]))/y;

type Token = { readonly kind: 'number' | 'name' | 'text' | 'sign'; readonly text: string };

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`cannot read ${JSON.stringify(source.slice(at))}`);
    const [, number, name, single, double, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: (single ?? double ?? '').replace(/\\(.)/g, '$1') });
  }
  return tokens;
}

const COMPARISONS: Readonly<Record<string, (one: never, other: never) => boolean>> = {
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};
const CONSTANTS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  or(): unknown {
    let value = this.and();
    while (this.takeSign('||')) value = [value, this.and()].some(Boolean);
    return value;
  }

  expectEnd(): void {
    if (this.at < this.tokens.length) throw new Error(`unexpected ${this.tokens[this.at]?.text ?? ''}`);
  }

  private and(): unknown {
    let value = this.comparison();
    while (this.takeSign('&&')) value = [value, this.comparison()].every(Boolean);
    return value;
  }

  private comparison(): unknown {
    const value = this.unary();
    const sign = this.tokens[this.at];
    const compare = sign?.kind === 'sign' ? COMPARISONS[sign.text] : undefined;
    if (!compare) return value;
    this.at += 1;
    return compare(value as never, this.unary() as never);
  }

  private unary(): unknown {
    return this.takeSign('!') ? !this.unary() : this.members();
  }

  private members(): unknown {
    let value = this.primary();
    for (;;) {
      if (this.takeSign('?.'))
        value = value === null || value === undefined ? this.skipName() : this.member(value, this.next().text);
      else if (this.takeSign('.')) value = this.member(value, this.next().text);
      else if (this.takeSign('[')) {
        value = this.member(value, String(this.or()));
        this.expectSign(']');
      } else return value;
    }
  }

  /** `a?.b.c` is null as a whole when `a` is. */
  private skipName(): null {
    this.next();
    while (this.takeSign('.') || this.takeSign('?.')) this.next();
    return null;
  }

  private member(value: unknown, name: string): unknown {
    if (value === null || value === undefined) throw new Error(`there is no ${name} of null`);
    return Object.hasOwn(Object(value) as object, name) ? ((value as Record<string, unknown>)[name] ?? null) : null;
  }

  private primary(): unknown {
    const token = this.next();
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text;
    if (token.kind === 'name') return this.named(token.text);
    if (token.text !== '(') throw new Error(`unexpected ${token.text}`);
    const value = this.or();
    this.expectSign(')');
    return value;
  }

  private named(name: string): unknown {
    if (Object.hasOwn(CONSTANTS, name)) return CONSTANTS[name];
    if (!Object.hasOwn(this.variables, name)) throw new Error(`there is no ${name}`);
    return this.variables[name];
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (!token) throw new Error('it ends too early');
    this.at += 1;
    return token;
  }

  private takeSign(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private expectSign(text: string): void {
    if (!this.takeSign(text)) throw new Error(`${text} is missing`);
  }
}
