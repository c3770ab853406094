import { createHmac, type KeyObject } from 'node:crypto';
import type { MailAddress } from './address.ts';

/**
 * Where we ask for answers to our mails, so that the address itself names the conversation: plus addressing of our own
 * address (`shop+token@example.com`), or a domain all of whose mail comes into our mailbox
 * (`token@replies.example.com`).
 */
export type ReplyWay = { way: 'plus' } | { way: 'catch-all'; domain: string };

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 65 bits: nobody can guess one. */
const SIGNATURE_CHARACTERS = 13;
const TOKEN = new RegExp(`(?:^|\\+)([a-z2-7]{${SIGNATURE_CHARACTERS}})([a-z2-7]{1,13})@`, 'i');
/** RFC 5321, 4.5.3.1.1 */
const LOCAL_PART_CHARACTERS = 64;

/**
 * The address at which we ask for answers to a conversation's mails (Reply-To).
 * @param from our own address
 * @param secret the key of this installation
 * @returns undefined if the token does not fit into the address
 */
export function replyAddress(
  conversationId: string,
  from: MailAddress,
  reply: ReplyWay,
  secret: KeyObject | string,
): string | undefined {
  const id = base32(BigInt(conversationId));
  const token = `${signature(id, secret)}${id}`;
  if (reply.way === 'catch-all') return `${token}@${reply.domain}`;
  const local = `${from.address.slice(0, from.address.lastIndexOf('@'))}+${token}`;
  return local.length > LOCAL_PART_CHARACTERS ? undefined : `${local}@${from.domain}`;
}

/**
 * The conversation named by the first address that holds a token of ours, wherever it stands (To, Cc, Delivered-To):
 * only somebody who has received a mail of that conversation can know it. Undefined if none does.
 */
export function readReplyToken(addresses: readonly string[], secret: KeyObject | string): string | undefined {
  for (const address of addresses) {
    const [, signed, id] = TOKEN.exec(address.trim().replace(/^.*</, '').toLowerCase()) ?? [];
    if (signed && id && signed === signature(id, secret)) return String(numberOf(id));
  }
  return undefined;
}

function signature(id: string, secret: KeyObject | string): string {
  const digest = createHmac('sha256', secret).update(`reply:${id}`).digest();
  return [...digest.subarray(0, SIGNATURE_CHARACTERS)].map((byte) => ALPHABET[byte & 31]).join('');
}

function base32(number: bigint): string {
  const rest = number / 32n;
  return `${rest > 0n ? base32(rest) : ''}${ALPHABET[Number(number % 32n)]}`;
}

function numberOf(text: string): bigint {
  return [...text].reduce((sum, character) => sum * 32n + BigInt(ALPHABET.indexOf(character)), 0n);
}
