import { headWords } from '../../text/cut.ts';
import { header, type MailHeaders } from '../mime/headers.ts';

/** How far we can believe the sender line of a mail. */
export type Trust = 'verified' | 'unverified' | 'suspicious';

interface Result {
  method: string;
  result: string;
  /** Lower case, e.g. `header.d` to `example.com`. */
  properties: ReadonlyMap<string, string>;
}

const FIELD_CHARACTERS = 20_000;

/**
 * Judges the sender's domain by the Authentication-Results of our own mail provider (RFC 8601): the topmost with its
 * id, because the sender can write others below it. DMARC decides; without it a DKIM signature or SPF of the same
 * domain is enough.
 * @param options.authservId undefined if nobody said whom to believe
 * @param options.signed what our own check found; without the provider's word it is all we have, and it never accuses
 */
export function judgeTrust(
  headers: MailHeaders,
  senderDomain: string,
  { authservId, signed }: { authservId?: string | undefined; signed?: true | undefined },
): Trust {
  const results = believed(headers, authservId);
  if (!results) return signed ? 'verified' : 'unverified';
  const dmarc = results.find(({ method }) => method === 'dmarc');
  const named = dmarc?.properties.get('header.from');
  if (dmarc?.result === 'fail' || dmarc?.result === 'reject' || dmarc?.result === 'quarantine') return 'suspicious';
  if (dmarc?.result === 'pass')
    return named && named !== senderDomain && !isAligned(named, senderDomain) ? 'suspicious' : 'verified';
  if (results.some((result) => passes(result, senderDomain))) return 'verified';
  return results.some(({ method, result }) => /^(dkim|spf)$/.test(method) && /^(fail|hardfail|permerror)$/.test(result))
    ? failing(results)
    : 'unverified';
}

/**
 * The trust when something fails: a signature that fails beside a pass of another domain is the work of a mailing list
 * or forwarder.
 */
function failing(results: readonly Result[]): Trust {
  const fails = results.some(({ method, result }) => /^(dkim|spf)$/.test(method) && /^(fail|hardfail)$/.test(result));
  return fails ? 'suspicious' : 'unverified';
}

function passes({ method, result, properties }: Result, senderDomain: string): boolean {
  if (result !== 'pass') return false;
  const domain =
    method === 'dkim'
      ? (properties.get('header.d') ?? properties.get('header.i'))
      : method === 'spf'
        ? (properties.get('smtp.mailfrom') ?? properties.get('smtp.mail'))
        : undefined;
  return domain !== undefined && isAligned(domain.slice(domain.lastIndexOf('@') + 1), senderDomain);
}

/**
 * Whether these are the same domain or one is below the other (RFC 7489, relaxed); a shared top level (`co.uk`) does
 * not count.
 */
function isAligned(domain: string, senderDomain: string): boolean {
  if (domain === senderDomain) return true;
  const [short, long] = domain.length < senderDomain.length ? [domain, senderDomain] : [senderDomain, domain];
  return long.endsWith(`.${short}`) && short.includes('.') && !/^(com|net|org|gov|edu|ac|co)\.[a-z]{2}$/.test(short);
}

/** Whether the provider that we believe has said anything about this mail. */
export function hasVerdict(headers: MailHeaders, authservId: string | undefined): boolean {
  return believed(headers, authservId) !== undefined;
}

function believed(headers: MailHeaders, authservId: string | undefined): Result[] | undefined {
  const id = authservId?.trim().toLowerCase();
  if (!id) return undefined;
  for (const field of headers.get('authentication-results') ?? []) {
    const [first = '', ...results] = withoutComments(headWords(field, FIELD_CHARACTERS)).toLowerCase().split(';');
    if (first.trim().split(/\s+/)[0] === id) return results.flatMap(readResult);
  }
  return undefined;
}

/** `dkim=pass header.d=example.com header.s=x` */
function readResult(text: string): Result[] {
  const [, method = '', result = ''] = /^\s*([a-z][\w-]*)(?:\/\d+)?\s*=\s*([a-z]+)/.exec(text) ?? [];
  const properties = new Map(
    [...text.matchAll(/\s([a-z]+\.[\w-]+)\s*=\s*"?([^\s";]+)/g)].map(([, key = '', value = '']) => [key, value]),
  );
  return method ? [{ method, result, properties }] : [];
}

/**
 * The field without comments and quoted strings: they hold what the sender chose, such as `dmarc=pass` in the local
 * part of an address.
 */
function withoutComments(field: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let at = 0; at < field.length; at++) {
    const c = field[at]!;
    if (c === '\\' && (quoted || depth > 0)) at++;
    else if (c === '"' && depth === 0) quoted = !quoted;
    else if (quoted) kept += /[;=\s]/.test(c) ? '_' : c;
    else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += c;
  }
  return kept;
}

/** The domain of an address; '' if it has none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** The tricks in a mail's sender line: words for the owner, and whether they are an attack on them. */
export interface Tricks {
  warnings: string[];
  attack: boolean;
}

/**
 * Looks for sender lines that are made to be misread: another address in the name, or answers that would go elsewhere.
 */
export function findTricks(
  sender: { name: string; address: string },
  headers: MailHeaders,
  ownerEmails: readonly string[],
): Tricks {
  const named = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[a-z]{2,}/i.exec(sender.name.normalize('NFKC'))?.[0]?.toLowerCase();
  const replyTo = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/
    .exec(headWords(header(headers, 'reply-to'), 2000))?.[0]
    ?.toLowerCase();
  const lookAlike = named !== undefined && named !== sender.address;
  const away = replyTo !== undefined && !isAligned(domainOf(replyTo), domainOf(sender.address));
  const warnings = [
    ...(lookAlike ? ['the name holds another address'] : []),
    ...(away ? ['answers are asked to another domain'] : []),
  ];
  return { warnings, attack: lookAlike && ownerEmails.includes(named) && !ownerEmails.includes(sender.address) };
}
