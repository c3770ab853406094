/** What is looked at. */
export const PARTS = ['spf', 'dkim', 'dmarc', 'reverse', 'limit', 'unsubscribe'] as const;

export type Part = (typeof PARTS)[number];

/** right: nothing to do; missing: to be put right; unsure: it cannot be known from here. */
export type Standing = 'right' | 'missing' | 'unsure';

/** What can be found, each with its text. */
export type Found =
  | 'silent'
  | 'providers'
  | 'foreign'
  | 'spf_right'
  | 'spf_none'
  | 'spf_lacks'
  | 'spf_two'
  | 'spf_broken'
  | 'spf_unsure'
  | 'dkim_right'
  | 'dkim_ours'
  | 'dkim_paste'
  | 'dkim_none'
  | 'dkim_unsure'
  | 'dkim_own_relay'
  | 'dmarc_right'
  | 'dmarc_none'
  | 'dmarc_two'
  | 'reverse_right'
  | 'reverse_none'
  | 'reverse_other'
  | 'reverse_inside'
  | 'limit_set'
  | 'limit_unset'
  | 'limit_above'
  | 'limit_own'
  | 'unsubscribe_right'
  | 'unsubscribe_insecure'
  | 'unsubscribe_inside'
  | 'unsubscribe_silent'
  | 'unsubscribe_other';

/** A DNS record as it is pasted. */
export interface DnsRecord {
  type: 'TXT';
  name: string;
  value: string;
}

/** One part as it stands. */
export interface Finding {
  part: Part;
  standing: Standing;
  found: Found;
  /** What the text names: a domain, a selector, an address. */
  about: string[];
  /** What to put into the DNS. */
  records?: DnsRecord[];
}

/** What is to be put right. */
export const wrongIn = (findings: readonly Finding[]): Part[] =>
  findings.flatMap(({ part, standing }) => (standing === 'missing' ? [part] : []));

/** What was right and is missing now. What is not known now says nothing. */
export function worsened(before: readonly Finding[], now: readonly Finding[]): Part[] {
  const was = new Map(before.map(({ part, standing }) => [part, standing]));
  return now.flatMap(({ part, standing }) => (standing === 'missing' && was.get(part) === 'right' ? [part] : []));
}

/** What to keep: where nobody answered this time, what was known before. */
export function settled(before: readonly Finding[], now: readonly Finding[]): Finding[] {
  return now.map((one) => (one.found === 'silent' && before.find(({ part }) => part === one.part)) || one);
}
