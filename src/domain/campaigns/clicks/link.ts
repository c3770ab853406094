import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A link as one person got it: of which delivery, and which of the campaign's links. */
export interface ClickLink {
  campaignId: string;
  deliveryId: string;
  mark: string;
}

const PATH = '/l/';
/** Characters of base64url: 72 bits tell the links of one campaign apart, 128 bits cannot be guessed. */
const MARK = 12;
const SIGNATURE = 22;
/** Every number has one spelling: none begins with a 0. */
const TOKEN = new RegExp(`^([1-9a-z][0-9a-z]{0,12})_([1-9a-z][0-9a-z]{0,12})_([\\w-]{${MARK}})([\\w-]{${SIGNATURE}})$`);

/** Under what a campaign keeps an address. */
export const markOf = (url: string): string => createHash('sha256').update(url).digest('base64url').slice(0, MARK);

/**
 * The path of a link: it says whose it is and is signed, so that it needs no row. It holds no address, so nobody can make it lead anywhere
 * else. `secret`: of the installation (`linkKey`).
 */
export function clickPath(secret: KeyObject, link: ClickLink): string {
  const [campaign, delivery] = [link.campaignId, link.deliveryId].map((id) => BigInt(id).toString(36));
  return `${PATH}${campaign}_${delivery}_${link.mark}${signed(secret, link)}`;
}

/** What a token says; undefined: it is none of ours, or a letter of it was changed. */
export function readClickToken(secret: KeyObject, token: string): ClickLink | undefined {
  const [, campaign, delivery, mark, signature] = TOKEN.exec(token) ?? [];
  if (!campaign || !delivery || !mark || !signature) return undefined;
  const link = { campaignId: idOf(campaign), deliveryId: idOf(delivery), mark };
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signed(secret, link))) ? link : undefined;
}

const idOf = (digits: string): string =>
  [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();

const signed = (secret: KeyObject, { campaignId, deliveryId, mark }: ClickLink): string =>
  createHmac('sha256', secret)
    .update(`click\n${campaignId}\n${deliveryId}\n${mark}`)
    .digest('base64url')
    .slice(0, SIGNATURE);
