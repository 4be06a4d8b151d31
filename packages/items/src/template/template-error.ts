/**
 * A mistake in a template: in how an expression is written (`syntax`), in a name it uses (`name`),
 * in the values it meets (`value`), or in variables that never satisfy their conditions (`draw`).
 */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: 'syntax' | 'name' | 'value' | 'draw';
  /** Where in `source`, counted in characters from 0. */
  readonly position: number;
  readonly source: string;

  constructor(code: TemplateError['code'], message: string, source: string, position: number) {
    super(`${message} (at character ${String(position + 1)} of “${source}”)`);
    this.code = code;
    this.source = source;
    this.position = position;
  }
}
