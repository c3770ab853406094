import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header with the signature. */
const SIGNATURE = 'x-twilio-signature';

/** Base64 of 20 bytes. */
const LOOKS_LIKE = /^[A-Za-z0-9+/]{27}=$/;

/** Whether the headers could be those of a signed request. The signed body has not been read yet. */
export const couldBeSigned = (headers: Headers): boolean => LOOKS_LIKE.test(headers.get(SIGNATURE) ?? '');

/**
 * The signature of a form posted to this address: base64 of the HMAC-SHA1, under the account's auth token, of the URL
 * with each name and value of the form behind it, sorted by name, a name's values sorted and each of them once
 * (twilio.com/docs/usage/security, "Validating requests").
 */
export function signatureOf(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const pairs = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', authToken)
    .update([url, ...pairs].join(''), 'utf8')
    .digest('base64');
}

/**
 * Whether Twilio signed this form for the address at which it reaches us. That is the one in our settings, because a
 * proxy changes the Host header; Twilio signs it with or without the port.
 */
export function isSigned(headers: Headers, authToken: string, url: string, form: URLSearchParams): boolean {
  const given = Buffer.from(headers.get(SIGNATURE) ?? '', 'latin1');
  return spellingsOf(url).some((spelling) => {
    const expected = Buffer.from(signatureOf(authToken, spelling, form), 'latin1');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function spellingsOf(text: string): string[] {
  const url = new URL(text);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const rest = text.slice(text.indexOf(url.host) + url.host.length).replace(/^:\d+/, '');
  return [
    ...new Set([text, `${url.protocol}//${url.hostname}${rest}`, `${url.protocol}//${url.hostname}:${port}${rest}`]),
  ];
}
