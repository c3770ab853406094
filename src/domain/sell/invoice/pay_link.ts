import { plainDecimal } from '../../../text/money/money.ts';
import { typedMeanings } from '../../../text/typed.ts';
import type { Settings } from '../../settings.ts';

/** What a template of a link may ask for. */
const PLACEHOLDERS = {
  ...{ amount: true, minor: true, currency: true, number: true, name: true, mail: true, email: true },
} as const;
type Placeholder = keyof typeof PLACEHOLDERS;
const TYPED = typedMeanings((typed) => typed.payPlaceholders);

/** The template with what it asks for as we call it: {金额}, {Total}. */
export const asTemplate = (typed: string): string =>
  typed.replace(/\{([^{}]*)\}/g, (whole, what: string) => {
    const meant = TYPED.get(what.trim().toLowerCase());
    return meant ? `{${meant}}` : whole;
  });

/** What of a payment a template leaves open: how much it is, and what for. */
export const leftOpen = (template: string): ('amount' | 'number')[] => [
  ...(/\{(?:amount|minor)\}/.test(template) ? [] : (['amount'] as const)),
  ...(template.includes('{number}') ? [] : (['number'] as const)),
];

const LONGEST = 500;
/** Of any currency that has no link of its own. */
export const ANY = 'any';

/** Why a template is none: it is no https address, or asks for what we do not know. */
export type LinkFault = { is: 'address' } | { is: 'placeholder'; what: string };

/** What is wrong with a template; undefined: nothing. No part of whom it leads to may be filled in. */
export function faultOf(template: string): LinkFault | undefined {
  const strange = [...template.matchAll(/\{([^{}]*)\}/g)].find(([, what]) => !Object.hasOwn(PLACEHOLDERS, what!));
  if (strange) return { is: 'placeholder', what: strange[1]! };
  const host = /^https:\/\/([^/?#\s]+)(?:[/?#]\S*)?$/.exec(template)?.[1];
  if (template.length > LONGEST || !host || /[{}@\\]/.test(host) || !URL.canParse(template)) return { is: 'address' };
  return /[{}]/.test(template.replace(/\{[^{}]*\}/g, '')) ? { is: 'address' } : undefined;
}

/** What is paid, as far as it is known. */
export interface ToPay {
  minor: string;
  currency: string;
  number: string;
  name: string;
  /** '' where nobody knows it. */
  mail: string;
}

/** The link by which it is paid, each value encoded as a part of an address; undefined: the owner has given none. */
export function payLinkFor(settings: Pick<Settings, 'business'>, toPay: ToPay): string | undefined {
  const { payLinks = {} } = settings.business ?? {};
  const template = payLinks[toPay.currency] ?? payLinks[ANY];
  if (template === undefined) return undefined;
  const values: Record<Placeholder, string> = {
    ...toPay,
    email: toPay.mail,
    amount: plainDecimal(toPay.minor, toPay.currency),
  };
  return template.replace(/\{([a-z]+)\}/g, (_, what: Placeholder, at: number) =>
    encodeURIComponent(template.slice(0, at).endsWith(STRIPES_REFERENCE) ? referenceOf(values[what]) : values[what]),
  );
}

const STRIPES_REFERENCE = 'client_reference_id=';

/**
 * A number as Stripe lets it be a reference: it leaves out one with other characters, without a word
 * (https://docs.stripe.com/payment-links/url-parameters).
 */
const referenceOf = (number: string): string => number.replace(/[^A-Za-z0-9_-]/gu, '-');
