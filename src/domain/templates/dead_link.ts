import { head } from '../../text/cut.ts';
import type { Variants } from './compile.ts';
import { addressesIn } from './markdown.ts';

/** What a value of a variable leaves behind: where it leads is not known before it is filled in. */
const FILLED = 'filled0in';
const OUTPUT = /\{\{[^\n]{0,400}?\}\}/gu;
const TAG = /\{%[^\n]{0,400}?%\}/gu;
/** Set aside for examples (RFC 2606), or for the machine and the house that asks (RFC 6761, 6762). */
const NOWHERE =
  /(?:^|\.)(?:localhost|invalid|test|local|internal|example\.(?:com|org|net))$|^(?:your|my)-?(?:domain|site|website|shop|store|company|url|link)\.[a-z.]+$/u;
const PRIVATE = /^(?:127\.|10\.|0\.0\.0\.0$|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/u;
/** A link whose address has a blank in it is none, and is read with its marks. */
const NO_LINK = /\[[^\]\n]{1,80}\]\(/u;
const LONGEST = 60;
const MOST = 3;

/** What a phone or a mail program opens. */
const ON_A_DEVICE = /^(?:mailto|tel|sms)$/;

/** Whether what a link or picture is given opens nothing for whoever gets it. */
function leadsNowhere(address: string): boolean {
  const said = address.trim();
  if (said.startsWith(FILLED)) return false;
  const scheme = /^([a-z][a-z\d+.-]*):/iu.exec(said)?.[1]?.toLowerCase();
  if (scheme && ON_A_DEVICE.test(scheme)) return said.length === scheme.length + 1;
  if (scheme !== 'http' && scheme !== 'https') return true;
  if (!URL.canParse(said)) return true;
  const { hostname } = new URL(said);
  const isFilled = hostname.includes(FILLED);
  return !isFilled && (!hostname.includes('.') || NOWHERE.test(hostname) || PRIVATE.test(hostname));
}

function asTyped(source: string, begin: string): string {
  const from = source.indexOf(begin);
  return head(/^[^\n)]{0,200}\)?/u.exec(source.slice(from))![0], LONGEST);
}

/** The links and pictures of both languages that lead nowhere, as they were typed, each once; no more than three. */
export function deadLinksIn(...texts: readonly Variants[]): string[] {
  const dead = texts
    .flatMap(({ of }) => Object.values(of))
    .flatMap(({ body }) => {
      const source = body.replace(TAG, '').replace(OUTPUT, FILLED);
      const { addresses, words } = addressesIn(source);
      const broken = words.flatMap((one) => NO_LINK.exec(one)?.[0] ?? []).map((one) => asTyped(source, one));
      return [...addresses.filter(leadsNowhere).map((address) => `(${address})`), ...broken];
    });
  return [...new Set(dead)].slice(0, MOST).map((one) => one.replaceAll(FILLED, '…'));
}
