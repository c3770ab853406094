import type { SmtpError, SmtpTimeouts } from '../send/smtp.ts';
import type { Letter } from './letter.ts';
import { type Line, smtpFault } from './line.ts';
import type { Reply } from './reply.ts';
import type { Offers, Ready } from './sign_on.ts';

/** Where a session gets its mails from. */
export interface Supply {
  take(): Letter | undefined;
  /** Certainly not sent, and no fault of its own: another session gets it first. */
  giveBack(letter: Letter): void;
  /** The session could take a mail, but there is none. */
  idle(session: BulkSession): void;
  /** It takes no more. */
  over(session: BulkSession): void;
}

export interface SessionOptions {
  timeouts: SmtpTimeouts;
  /** How many mails go over one connection. */
  mailsEach: number;
  /** How long a connection waits for the next mail, in ms. */
  idleMs: number;
}

type Step = 'RSET' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'dot' | 'empty';

/** A mail up to this size leaves in one write; of a larger one we know at which piece the line broke. */
const PIECE = 64 * 1024;
/** What the envelope of the next mail takes at most: two addresses and what is said of the text. */
const ENVELOPE = 4096;

/**
 * One connection in turn with many mails. With PIPELINING a mail costs one round trip: behind the final dot of one mail
 * stand MAIL, RCPT and DATA of the next (RFC 2920, 3.1 allows just that group). When the connection breaks, only the
 * mail whose final dot is out is in doubt; of the next one no byte has been sent.
 */
export class BulkSession {
  readonly #line: Line;
  readonly #offers: Offers;
  readonly #supply: Supply;
  readonly #options: SessionOptions;
  /** Replies that are due, in this order. */
  readonly #due: Step[] = [];
  /** Whose envelope is out, or partly. */
  #envelope: Letter | undefined;
  /** Why it will not be taken, by the first refusal. */
  #refusal: SmtpError | undefined;
  /** Whose text is out, or partly; `#committed`: with the final dot. */
  #body: Letter | undefined;
  #committed = false;
  #buffer: Buffer | undefined;
  #begun = 0;
  #settled = 0;
  /** The server still has an envelope that came to nothing. */
  #unclean = false;

  constructor({ line, offers }: Ready, supply: Supply, options: SessionOptions) {
    this.#line = line;
    this.#offers = offers;
    this.#supply = supply;
    this.#options = options;
    line.onReply = (reply) => this.#hear(reply);
    line.onEnd = (fault) => this.#broken(fault);
    line.onDue = () => this.#late();
    line.dueAt = Number.POSITIVE_INFINITY;
  }

  /** Takes the next mail, if there is one and no other is on its way. */
  next(): void {
    if (this.#envelope || this.#body || this.#due.length > 0 || !this.#line.isOpen) return;
    const letter = this.#take();
    if (letter) this.#write(this.#begin(letter), letter);
    else if (this.#begun >= this.#options.mailsEach) this.quit();
    else {
      this.#line.within(this.#options.idleMs);
      this.#supply.idle(this);
    }
  }

  /** Says goodbye; what is on its way comes to its end first if the server answers. */
  quit(): void {
    this.#line.quit();
    this.#supply.over(this);
  }

  /** Drops the connection with all that is on its way. */
  drop(): void {
    this.#line.fail(smtpFault('We have closed the connection', { code: 'ECONNECTION' }));
  }

  get isIdle(): boolean {
    return !this.#envelope && !this.#body;
  }

  /** The next mail that this server can take at all. */
  #take(): Letter | undefined {
    const { utf8, size } = this.#offers;
    while (this.#begun < this.#options.mailsEach) {
      const letter = this.#supply.take();
      if (!letter) return undefined;
      if (letter.utf8 && !utf8) letter.refused(smtpFault('The server does not take SMTPUTF8', NOT_TRIED), false);
      else if (size && letter.bytes > size)
        letter.refused(smtpFault('Larger than the server takes', { code: 'EMESSAGE', command: 'MAIL FROM' }), false);
      else {
        this.#begun += 1;
        return letter;
      }
    }
    return undefined;
  }

  /** What opens a mail, and which replies are due for it. */
  #begin(letter: Letter): string {
    this.#envelope = letter;
    this.#refusal = undefined;
    const reset = this.#unclean ? 'RSET\r\n' : '';
    if (this.#unclean) this.#due.push('RSET');
    this.#unclean = false;
    if (!this.#offers.pipelining) {
      if (reset) return reset;
      this.#due.push('MAIL FROM');
      return this.#mailLine(letter);
    }
    this.#due.push('MAIL FROM', 'RCPT TO', 'DATA');
    return `${reset}${this.#mailLine(letter)}RCPT TO:<${letter.to}>\r\nDATA\r\n`;
  }

  #mailLine(letter: Letter): string {
    const { eightBit, size } = this.#offers;
    const utf8 = letter.utf8 ? ' SMTPUTF8' : '';
    const body = letter.utf8 && eightBit ? ' BODY=8BITMIME' : '';
    const bytes = size === undefined ? '' : ` SIZE=${letter.bytes}`;
    return `MAIL FROM:<${letter.from}>${bytes}${body}${utf8}\r\n`;
  }

  #write(words: string, of: Letter | undefined, written?: () => void): void {
    this.#line.within(this.#options.timeouts.silenceMs);
    this.#line.write(words, of?.utf8 ? 'utf8' : 'latin1', written);
  }

  #hear(reply: Reply) {
    const step = this.#due.shift();
    this.#line.within(this.#options.timeouts.silenceMs);
    if (step === undefined) return this.#leave(); // 421, or an answer too many: we no longer know where we are
    if (step === 'dot') return this.#afterDot(reply);
    if (step === 'empty') return this.next();
    if (step === 'RSET') return this.#afterReset(reply);
    if (reply.code === 421) return this.#goodbye(reply, step);
    if (step === 'DATA') return this.#afterData(reply);
    if (reply.code >= 300) this.#refusal ??= refusalAt(step, reply);
    if (!this.#offers.pipelining) this.#oneByOne(step);
  }

  #oneByOne(step: Step) {
    const letter = this.#envelope!;
    if (this.#refusal) return this.#refuse(step === 'RCPT TO');
    const then: Step = step === 'MAIL FROM' ? 'RCPT TO' : 'DATA';
    this.#due.push(then);
    this.#write(then === 'DATA' ? 'DATA\r\n' : `RCPT TO:<${letter.to}>\r\n`, letter);
  }

  #afterReset(reply: Reply) {
    if (reply.code >= 300) return this.#leave();
    if (this.#offers.pipelining) return;
    this.#due.push('MAIL FROM');
    this.#write(this.#mailLine(this.#envelope!), this.#envelope);
  }

  #afterData(reply: Reply) {
    const goesOn = reply.code === 354;
    if (!goesOn) this.#refusal ??= refusalAt('DATA', reply);
    if (!this.#refusal) return this.#sendBody();
    if (!goesOn) return this.#refuse(true);
    // nobody is to get it, but the server waits for a text: an empty one ends it (RFC 2920, 3.1)
    this.#due.push('empty');
    this.#settle().refused(this.#refusal, false);
    this.#write('.\r\n', undefined);
  }

  /** @param unclean the server has accepted MAIL, and would refuse another */
  #refuse(unclean: boolean): void {
    this.#unclean = unclean;
    this.#settle().refused(this.#refusal!, false);
    this.next();
  }

  #settle(): Letter {
    const letter = this.#envelope!;
    this.#envelope = undefined;
    this.#settled += 1;
    return letter;
  }

  #sendBody(): void {
    const letter = this.#envelope!;
    this.#envelope = undefined;
    this.#body = letter;
    this.#due.push('dot');
    if (letter.utf8 || letter.bytes > PIECE) this.#sendPiece(letter, letter.pieces.join(''), 0);
    else this.#sendWhole(letter);
  }

  /** Into one buffer, used again for each mail once the system has taken the one before. */
  #sendWhole(letter: Letter): void {
    this.#committed = true;
    const follower = this.#offers.pipelining ? this.#take() : undefined;
    const behind = follower && !follower.utf8 ? this.#begin(follower) : '';
    if (!this.#buffer || this.#line.isWriting) this.#buffer = Buffer.allocUnsafeSlow(PIECE + ENVELOPE);
    let at = 0;
    for (const piece of letter.pieces) at += this.#buffer.write(piece, at, 'latin1');
    at += this.#buffer.write(`.\r\n${behind}`, at, 'latin1');
    this.#line.within(this.#options.timeouts.silenceMs);
    this.#line.writeBytes(this.#buffer.subarray(0, at));
    if (follower?.utf8) this.#write(this.#begin(follower), follower);
  }

  /** The next piece is written once the system has taken the one before: until the last one the mail cannot have left. */
  #sendPiece(letter: Letter, text: string, at: number) {
    if (this.#body !== letter) return;
    const piece = text.slice(at, at + PIECE);
    if (at + PIECE < text.length) return this.#write(piece, letter, () => this.#sendPiece(letter, text, at + PIECE));
    this.#committed = true;
    this.#write(`${piece}.\r\n`, letter);
  }

  #afterDot(reply: Reply) {
    const letter = this.#body!;
    const committed = this.#committed;
    this.#body = undefined;
    this.#committed = false;
    this.#settled += 1;
    if (committed && reply.code < 300) {
      letter.accepted(reply);
      if (!this.#envelope) this.next();
      return;
    }
    const answersIt = reply.code >= 400;
    const code = answersIt ? 'EMESSAGE' : 'EPROTOCOL';
    letter.refused(smtpFault('Refused', { code, command: 'DATA', reply }), !answersIt);
    // a server that refuses before the end may read the rest of the text as commands
    if (committed) this.#leave();
    else this.drop();
  }

  /** 421: the server hangs up. On a connection that has carried mail it says nothing about this one. */
  #goodbye(reply: Reply, step: Step): void {
    const letter = this.#envelope!;
    if (this.#settled === 0) {
      this.#settle().refused(refusalAt(step, reply), false);
    } else {
      this.#envelope = undefined;
      this.#supply.giveBack(letter);
    }
    this.#leave();
  }

  /** Closes; what is not sent goes over another connection. */
  #leave(): void {
    const waiting = this.#envelope;
    this.#envelope = undefined;
    if (waiting) this.#supply.giveBack(waiting);
    // goodbye is said only where the server listens to commands
    if (this.#due.length > 0) this.#line.close();
    else this.#line.quit();
    this.#supply.over(this);
  }

  #late() {
    if (this.isIdle && this.#due.length === 0) return this.quit();
    this.#line.fail(smtpFault('No answer in time', { code: 'ETIMEDOUT' }));
  }

  #broken(fault: SmtpError): void {
    const [body, envelope, command] = [this.#body, this.#envelope, this.#due[0]];
    this.#body = undefined;
    this.#envelope = undefined;
    Object.assign(fault, { command: commandOf(command) });
    const worn = this.#settled > 0 && fault.code !== 'ETIMEDOUT';
    if (body && !this.#committed && worn) this.#supply.giveBack(body);
    else body?.refused(fault, this.#committed);
    if (envelope && (body || worn)) this.#supply.giveBack(envelope);
    else envelope?.refused(this.#refusal ?? fault, false);
    this.#supply.over(this);
  }
}

const NOT_TRIED = { code: 'EENVELOPE', command: 'RCPT TO' };

const refusalAt = (command: Step, reply: Reply): SmtpError =>
  smtpFault('Refused', { code: reply.code >= 400 ? 'EENVELOPE' : 'EPROTOCOL', command, reply });

const commandOf = (step: Step | undefined): string =>
  step === undefined || step === 'dot' || step === 'empty' || step === 'RSET' ? 'DATA' : step;
