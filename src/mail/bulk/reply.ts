/** What a server answers. */
export interface Reply {
  code: number;
  /** Its lines as they came, joined by `\n`: `550 5.1.1 no such user`. */
  text: string;
}

/** A reply has a few lines of 512 bytes at most (RFC 5321, 4.5.3.1.5); who sends more is no mail server. */
const MOST_CHARACTERS = 32_768;

/** Puts replies together from what arrives. */
export class ReplyReader {
  #pending = '';
  #lines: string[] = [];

  /** Whether all that arrived was whole replies. */
  get isEmpty(): boolean {
    return this.#pending === '' && this.#lines.length === 0;
  }

  /**
   * @returns the replies that are complete with this
   * @throws Error if this is not how a mail server speaks
   */
  take(bytes: Buffer): Reply[] {
    const replies: Reply[] = [];
    const text = this.#pending + bytes.toString('latin1');
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      const line = text.slice(at, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end);
      at = end + 1;
      const reply = this.#line(line);
      if (reply) replies.push(reply);
    }
    this.#pending = text.slice(at);
    if (this.#pending.length + this.#lines.length * 80 > MOST_CHARACTERS) throw new Error('The answer does not end');
    return replies;
  }

  #line(line: string): Reply | undefined {
    if (!/^[2-5]\d\d(?:[ -]|$)/.test(line)) throw new Error('The answer is none of a mail server');
    this.#lines.push(line);
    if (line.charAt(3) === '-') return undefined;
    const text = this.#lines.length === 1 ? line : this.#lines.join('\n');
    this.#lines = [];
    return { code: Number(line.slice(0, 3)), text: asWritten(text) };
  }
}

/** Chinese servers answer in UTF-8. */
function asWritten(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1;
}

/** The enhanced status of a reply (RFC 2034): '5.1.1'. */
export function statusOf({ text }: Reply): string | undefined {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1];
}
