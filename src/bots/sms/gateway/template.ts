import { nationalNumber } from '../../../text/person/phone.ts';
import type { Text } from '../provider.ts';

/** How what fills a slot is written, so that it can end nothing around it. */
type Encode = (value: string) => string;

const asJson: Encode = (value) => JSON.stringify(value).slice(1, -1);
const asXml: Encode = (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const asForm: Encode = (value) => encodeURIComponent(value);

/** By the body's type; text of another kind is filled in as it is. */
const ENCODINGS: readonly [pattern: RegExp, encode: Encode][] = [
  [/\bjson\b/i, asJson],
  [/\bxml\b/i, asXml],
  [/\bx-www-form-urlencoded\b/i, asForm],
];

/**
 * What may stand in a template: `{to}` the number with its plus, `{number}` without it, `{national}` as it is dialled
 * at home, `{text}` the words, `{id}` ours for it.
 */
const SLOTS: Readonly<Record<string, (text: Text) => string>> = {
  to: ({ to }) => to,
  number: ({ to }) => to.replace(/^\+/, ''),
  national: ({ to }) => nationalNumber(to),
  text: ({ body }) => body,
  id: ({ key }) => key,
};

interface Template {
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
}

/** The request for one text. What fills a slot is not looked through for further ones. */
export function filled(
  template: Template,
  text: Text,
): { url: string; headers: Record<string, string>; body?: string } {
  const { url, body } = template;
  const type = template.headers['content-type'] ?? (/^\s*[{[]/.test(body ?? '') ? 'application/json' : FORM);
  const encode = ENCODINGS.find(([pattern]) => pattern.test(type))?.[1] ?? ((value: string) => value);
  return {
    url: fill(url, text, asForm),
    headers: { ...template.headers, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body: fill(body, text, encode) }),
  };
}

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

/** A name in braces that is no slot stays as it is: JSON is full of braces. */
const fill = (template: string, text: Text, encode: Encode): string =>
  template.replace(/\{(to|number|national|text|id)\}/g, (_, slot: string) => encode(SLOTS[slot]!(text)));

/** What stands in a JSON value at `data.0.code`, as words; undefined where there is nothing, or no single value. */
export function valueAt(value: unknown, path: string): string | undefined {
  let found: unknown = value;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
}
