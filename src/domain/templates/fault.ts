import type { Locale } from '../../text/locale.ts';
import type { Where } from './engine.ts';

export type TemplatePart = 'subject' | 'body';

/** Why nothing can be sent with a template: who wrote it has to change that. */
export class TemplateFault {
  readonly locale: Locale;
  readonly part: TemplatePart;
  /** `unknown`: nobody has such a variable; `empty`: nothing is written; `long`: the most characters there may be. */
  readonly where: Where | { kind: 'empty' | 'long' | 'unknown'; name: string; line: number };
  constructor(locale: Locale, part: TemplatePart, where: TemplateFault['where']) {
    this.locale = locale;
    this.part = part;
    this.where = where;
  }
}
