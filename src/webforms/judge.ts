import type { SpamSign } from '../domain/web_form_event.ts';
import { HONEYPOT, STAMP } from '../domain/webforms/markup.ts';
import { readStamp } from '../domain/webforms/signature.ts';
import type { FormBody } from './body.ts';

/** Nobody fills in a form faster. */
const FASTEST_MS = 3_000;

export interface Judged {
  body: FormBody;
  /** The host of the page on which it stood; '' if the browser does not say. */
  host: string;
  /** Our own host, on which the form may always stand. */
  ownHost: string;
  /** The form's token, its secrets and where it may stand. */
  token: string;
  secrets: readonly string[];
  sites: readonly string[];
  isFlood: boolean;
  now: Date;
}

/** Why it looks like a program's; undefined: it does not. */
export function spamSign({ body, host, ownHost, token, secrets, sites, isFlood, now }: Judged): SpamSign | undefined {
  if (body.fields.get(HONEYPOT)?.trim()) return 'honeypot';
  const madeAt = readStamp(body.fields.get(STAMP) ?? '', token, secrets);
  if (madeAt === undefined) return 'unsigned';
  if (madeAt && now.getTime() - madeAt.getTime() < FASTEST_MS) return 'too_fast';
  if (host && sites.length > 0 && host !== ownHost && !sites.some((site) => isOn(host, site))) return 'elsewhere';
  return isFlood ? 'flood' : undefined;
}

/** On that host, or on one below it. */
const isOn = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);

/** The page on which a form stood, without what stands behind `?`, and its host; '' if the browser does not say. */
export function pageOf(headers: Headers): { host: string; page: string } {
  const referrer = urlIn(headers.get('referer'));
  const origin = urlIn(headers.get('origin'));
  const host = (origin ?? referrer)?.hostname ?? '';
  const page = referrer && referrer.hostname === host ? `${referrer.host}${referrer.pathname}` : (origin?.host ?? '');
  return { host, page };
}

function urlIn(value: string | null): URL | undefined {
  return value && /^https?:/i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}
