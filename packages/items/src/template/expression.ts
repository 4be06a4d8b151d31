import { TemplateError } from './template-error.ts';
import { type Token, tokenise } from './tokens.ts';

/** An expression that was read; `position` is where its operation stands in the source. */
export type Node = { position: number } & (
  | { type: 'literal'; value: number | string | boolean }
  | { type: 'variable'; name: string }
  | { type: 'field'; of: Node; name: string }
  | { type: 'index'; of: Node; index: Node }
  | { type: 'call'; name: string; arguments: Node[] }
  | { type: 'negative' | 'not'; of: Node }
  | { type: 'binary'; operator: BinaryOperator; left: Node; right: Node }
  | { type: 'choose'; condition: Node; yes: Node; no: Node }
);

const sums = ['+', '-'] as const;
const products = ['*', '/', '%'] as const;
const comparisons = ['==', '!=', '<=', '>=', '<', '>'] as const;
export type BinaryOperator =
  (typeof sums)[number] | (typeof products)[number] | (typeof comparisons)[number] | 'and' | 'or';

/** Words that name no variable. */
export const reservedWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'true', 'false']);

const MAX_LENGTH = 500;
const MAX_DEPTH = 40;

/** Reads an expression. Throws `TemplateError` (`syntax`) where it is not one. */
export function parseExpression(source: string): Node {
  if (source.length > MAX_LENGTH) {
    throw new TemplateError('syntax', 'The expression is too long', source, MAX_LENGTH);
  }
  const parser = new Parser(source, tokenise(source));
  return parser.parse();
}

class Parser {
  readonly #source: string;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(source: string, tokens: Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  parse(): Node {
    const node = this.#expression();
    if (this.#token.type !== 'end') throw this.#unexpected();
    return node;
  }

  get #token(): Token {
    const token = this.#tokens[this.#next];
    return token ?? { type: 'end', text: '', position: this.#source.length };
  }

  #unexpected(): TemplateError {
    const { type, text, position } = this.#token;
    const message = type === 'end' ? 'The expression stops too early' : `“${text}” is unexpected`;
    return new TemplateError('syntax', message, this.#source, position);
  }

  /** Takes the next token where it is one of these signs or words. */
  #take<Text extends string>(type: 'sign' | 'name', texts: readonly Text[]): Text | null {
    const token = this.#token;
    if (token.type !== type) return null;
    const taken = texts.find((text) => text === token.text);
    if (taken === undefined) return null;
    this.#next += 1;
    return taken;
  }

  #expect(text: string) {
    if (this.#take('sign', [text]) === null) throw this.#unexpected();
  }

  #deeper<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      const { position } = this.#token;
      throw new TemplateError(
        'syntax',
        'The expression is nested too deep',
        this.#source,
        position,
      );
    }
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #expression(): Node {
    return this.#deeper(() => {
      const condition = this.#either();
      const { position } = this.#token;
      if (this.#take('sign', ['?']) === null) return condition;
      const yes = this.#expression();
      this.#expect(':');
      return { type: 'choose', position, condition, yes, no: this.#expression() };
    });
  }

  #chain<Operator extends BinaryOperator>(
    type: 'sign' | 'name',
    operators: readonly Operator[],
    operand: () => Node,
  ): Node {
    let left = operand();
    for (;;) {
      const { position } = this.#token;
      const operator = this.#take(type, operators);
      if (operator === null) return left;
      left = { type: 'binary', position, operator, left, right: operand() };
    }
  }

  #either(): Node {
    return this.#chain('name', ['or'], () => this.#both());
  }

  #both(): Node {
    return this.#chain('name', ['and'], () => this.#negation());
  }

  #negation(): Node {
    const { position } = this.#token;
    if (this.#take('name', ['not']) === null) return this.#comparison();
    return this.#deeper(() => ({ type: 'not', position, of: this.#negation() }));
  }

  #comparison(): Node {
    const left = this.#sum();
    const { position } = this.#token;
    const operator = this.#take('sign', comparisons);
    if (operator === null) return left;
    return { type: 'binary', position, operator, left, right: this.#sum() };
  }

  #sum(): Node {
    return this.#chain('sign', sums, () => this.#product());
  }

  #product(): Node {
    return this.#chain('sign', products, () => this.#signed());
  }

  #signed(): Node {
    const { position } = this.#token;
    if (this.#take('sign', ['-']) === null) return this.#access();
    return this.#deeper(() => ({ type: 'negative', position, of: this.#signed() }));
  }

  #access(): Node {
    let node = this.#primary();
    for (;;) {
      const { position } = this.#token;
      const opened = this.#take('sign', ['.', '[']);
      if (opened === null) return node;
      if (opened === '.') {
        node = { type: 'field', position, of: node, name: this.#name() };
      } else {
        node = { type: 'index', position, of: node, index: this.#expression() };
        this.#expect(']');
      }
    }
  }

  #name(): string {
    const token = this.#token;
    if (token.type !== 'name') throw this.#unexpected();
    this.#next += 1;
    return token.text;
  }

  #primary(): Node {
    const { type, text, position } = this.#token;
    if (this.#take('sign', ['(']) !== null) {
      const node = this.#expression();
      this.#expect(')');
      return node;
    }
    if (type === 'number' || type === 'text') {
      this.#next += 1;
      return { type: 'literal', position, value: type === 'number' ? Number(text) : text };
    }
    const truth = this.#take('name', ['true', 'false']);
    if (truth !== null) return { type: 'literal', position, value: truth === 'true' };
    if (reservedWords.has(text)) throw this.#unexpected();
    const name = this.#name();
    if (this.#take('sign', ['(']) === null) return { type: 'variable', position, name };
    return { type: 'call', position, name, arguments: this.#arguments() };
  }

  #arguments(): Node[] {
    if (this.#take('sign', [')']) !== null) return [];
    const list = [this.#expression()];
    while (this.#take('sign', [',']) !== null) list.push(this.#expression());
    this.#expect(')');
    return list;
  }
}
