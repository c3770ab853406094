import { type JsonObject, textIn } from '../../http/json.ts';
import { head } from '../../text/cut.ts';
import { amountSold } from '../../text/money/amount_sold.ts';
import { hasSmallerParts, toMinor } from '../../text/money/money.ts';
import { cleanText } from '../../text/normalise.ts';
import { own } from '../../text/own.ts';
import { FieldError, httpUrl, isDated, line } from '../shared/shapes.ts';

/** What a currency is called besides its code of ISO 4217. */
const CALLED: Readonly<Record<string, string>> = { RMB: 'CNY', CNH: 'CNY', NTD: 'TWD' };

/** Deeper than anything we read. */
const DEEPEST = 8;
const MAX_INT = 2 ** 31 - 1;

/** The same with all names in lower case with underscores, as we speak of them: orderId, OrderID and order-id are order_id. */
export function inSnake(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => inSnake(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [snake(name), inSnake(one, depth + 1)]));
}

const LONGEST_NAME = 60;
const snake = (name: string): string =>
  head(name, LONGEST_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s-]/g, '_')
    .toLowerCase();

/** An object as an own system wrote it; each value may stand under one of several names, and be a text or a number. */
export class Fields {
  readonly #all: JsonObject;
  readonly #what: string;
  readonly #path: string;

  /** `what`: what it is, and `path`: where it stands, for whoever has to mend it. */
  constructor(all: JsonObject, what: string, path = '') {
    this.#all = all;
    this.#what = what;
    this.#path = path;
  }

  #at(names: readonly string[]): unknown {
    const name = names.find((one) => this.#all[one] !== undefined && this.#all[one] !== null && this.#all[one] !== '');
    return name === undefined ? undefined : this.#all[name];
  }

  /** Fails with the name that the documentation gives to it. */
  wrong(name: string): FieldError {
    return new FieldError(this.#what, [this.#path + name]);
  }

  has(...names: string[]): boolean {
    return this.#at(names) !== undefined;
  }

  /** A line of text; null if it is not there. */
  line(...names: string[]): string | null {
    const value = this.#at(names);
    return typeof value === 'string' || typeof value === 'number' ? line.parse(String(value)) || null : null;
  }

  text(...names: string[]): string | null {
    const value = this.#at(names);
    return typeof value === 'string' ? cleanText(value).trim() || null : null;
  }

  needed(...names: string[]): string {
    const value = this.line(...names);
    if (value === null) throw this.wrong(names[0]!);
    return value;
  }

  /** A decimal, as '199.00' or 199; null if it is not there. */
  decimal(...names: string[]): string | null {
    const value = this.#at(names);
    if (value === undefined) return null;
    const written =
      typeof value === 'number'
        ? numberWritten(value)
        : textIn(value)
            .trim()
            .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
    if (typeof value === 'object' || !/^-?\d{1,15}(?:\.\d{0,30})?$/.test(written)) throw this.wrong(names[0]!);
    return written;
  }

  /** A sum in minor units; null if it is not there. One with smaller parts than the currency has is wrong: it would come to something else. */
  minor(currency: string, ...names: string[]): string | null {
    const value = this.decimal(...names);
    if (value !== null && hasSmallerParts(value, currency)) throw this.wrong(names[0]!);
    return value === null ? null : toMinor(value, currency);
  }

  /** The same of what cannot be less than nothing. */
  sum(currency: string, ...names: string[]): string | null {
    const minor = this.minor(currency, ...names);
    if (minor?.startsWith('-')) throw this.wrong(names[0]!);
    return minor;
  }

  /** The same for a price of one piece, which may have smaller parts. */
  price(currency: string, ...names: string[]): string | null {
    const value = this.decimal(...names);
    return value === null ? null : toMinor(value, currency);
  }

  currency(...names: string[]): string | null {
    const said = this.line(...names)?.toUpperCase() ?? null;
    const code = said && (own(CALLED, said) ?? said);
    if (code !== null && !/^[A-Z]{3}$/.test(code)) throw this.wrong(names[0]!);
    return code;
  }

  /** How much of an article: whole pieces, or a weight; null if it is not there. */
  amount(...names: string[]): number | null {
    const value = this.decimal(...names);
    if (value === null) return null;
    const amount = amountSold(Number(value));
    if (!(amount >= 0 && amount <= MAX_INT)) throw this.wrong(names[0]!);
    return amount;
  }

  /** A moment; null if it is not there. Without a zone it is in UTC; a number is seconds or milliseconds since 1970. */
  moment(...names: string[]): Date | null {
    const value = this.#at(names);
    if (value === undefined) return null;
    const at = typeof value === 'number' ? numbered(value) : typeof value === 'string' ? written(value) : undefined;
    if (!at || !isDated(at)) throw this.wrong(names[0]!);
    return at;
  }

  flag(...names: string[]): boolean {
    const value = this.#at(names);
    return value === true || value === 1 || ['true', '1', 'yes'].includes(textIn(value).toLowerCase());
  }

  url(...names: string[]): string | null {
    return httpUrl(this.#at(names));
  }

  /** An object in it; undefined if it is not there. */
  inner(...names: string[]): Fields | undefined {
    const value = this.#at(names);
    if (value === undefined) return undefined;
    if (!isObject(value)) throw this.wrong(names[0]!);
    return new Fields(value, this.#what, `${this.#path}${names[0]}.`);
  }

  /** A list of objects, or one of them alone; undefined if it is not there. */
  list(...names: string[]): Fields[] | undefined {
    return this.#list(names, (one) => one);
  }

  /** The same where a text or number may stand for an object of which it is this one value. */
  listOf(key: string, ...names: string[]): Fields[] | undefined {
    return this.#list(names, (one) => (typeof one === 'string' || typeof one === 'number' ? { [key]: one } : one));
  }

  #list(names: readonly string[], read: (one: unknown) => unknown): Fields[] | undefined {
    const value = this.#at(names);
    if (value === undefined) return undefined;
    return (Array.isArray(value) ? value : [value]).map((each, nth) => {
      const one = read(each);
      if (!isObject(one)) throw this.wrong(`${names[0]}.${nth}`);
      return new Fields(one, this.#what, `${this.#path}${names[0]}.${nth}.`);
    });
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without an exponent; a float's last digits are no money. */
const numberWritten = (value: number): string =>
  Number.isFinite(value) && Math.abs(value) < 1e15 ? String(Number(value.toFixed(6))) : '';

/** Before the year 5138 seconds have at most eleven digits. */
const SECONDS = 1e11;
const numbered = (value: number): Date => new Date(Math.abs(value) < SECONDS ? value * 1000 : value);

function written(value: string): Date | undefined {
  const at = value.trim().replace(' ', 'T');
  if (/^\d{9,13}$/.test(at)) return numbered(Number(at));
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.test(at)) return undefined;
  return new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(at) || !at.includes('T') ? at : `${at}Z`);
}
