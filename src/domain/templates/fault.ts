import type { Locale } from '../../text/locale.ts';
import type { Where } from './engine.ts';

export type TemplatePart = 'subject' | 'body';

/** Why nothing can be sent with a template: who wrote it has to change that. */
export class TemplateFault {
  readonly locale: Locale;
  readonly part: TemplatePart;
  /**
   * `unknown`: nobody has such a variable; `empty`: nothing is written; `long`: the most characters there may be; `foreign`: another
   * system would fill that in, and customers would read it as it stands. `to`: how it is written here, if there is such a thing.
   */
  readonly where:
    | Where
    | { kind: 'empty' | 'long' | 'unknown'; name: string; line: number }
    | { kind: 'foreign'; name: string; line: number; to: string | undefined };
  constructor(locale: Locale, part: TemplatePart, where: TemplateFault['where']) {
    this.locale = locale;
    this.part = part;
    this.where = where;
  }
}
