import { type BounceReason, reasonOfStatus } from '../../domain/talk/mail/bounce.ts';
import type { FailReason } from '../../outbox/message.ts';

/** What a server's refusal is about. `sign_in`: it wants us to sign in first. */
export type Refusal = FailReason | 'sign_in';

/** Statuses (RFC 3463) that mean something else in a dialogue than in a bounce, and what the other ones mean. */
const SENDER = /^5\.1\.[78]$/;
const NOT_IN_DIRECTORY = /^5\.4\.1$/; // Microsoft 365, about recipients that it does not know
const MEANINGS: Partial<Record<BounceReason, FailReason>> = {
  no_such_address: 'no_such_address',
  mailbox_full: 'mailbox_full',
  too_large: 'file_too_large',
  policy: 'policy',
};

const SIGN_IN =
  /authentication (is )?required|(client|user) (was )?not authenticated|auth(enticate)? first|please (log|sign) ?in|请先登录/i;
const FULL =
  /(mail ?box|inbox|account|user|quota)\b.{0,40}\b(full|exceed\w*|overflow)|over ?(quota|flow)|(exceeded|insufficient).{0,30}(storage|quota)|out of storage|邮箱已满|空间不足/i;
const TOO_LARGE = /(message|mail) ?size|too (large|big)|exceed\w* .{0,20}(size|limit)|邮件过大/i;
const POLICY =
  /spam|polic(y|ies)|black ?list|block ?list|blocked|\brbl\b|reputation|dmarc|dkim|\bspf\b|frequency limited|content denied|connection denied|suspected|unsolicited|relay(ing)? (access )?denied|unable to relay|\b(DT:SPM|MI:|RP:|HL:)|垃圾邮件/i;
/** Includes suspended and disabled accounts: nobody reads there. */
const NOBODY =
  /(user|mail ?box|recipient|account|address)\b.{0,60}\b(not (be )?found|unknown|suspended|disabled|inactive|discontinued|does(n.t| not) (have|exist)|not exist)|no (such|mailbox)|unknown (user|recipient|address)|(user|recipient) (is )?not local|doesn.t have an? .{1,60} account|invalid (recipient|mailbox)|unrouteable|mailbox unavailable \(|(用户|收件人|邮箱)不存在/i;

/**
 * Reads a server's 4xx or 5xx. The enhanced status decides if it says something; Chinese services and older servers
 * write only words.
 * @param response all its lines, e.g. `550 5.1.1 no such user`
 * @param step the command that it answered; before RCPT TO it can only be about the sender
 */
export function refusalOf(response: string, step: string): Refusal {
  if (/^530\b/.test(response) || SIGN_IN.test(response)) return 'sign_in';
  const told = toldByStatus(statusIn(response));
  if (step === 'MAIL FROM') return told === 'policy' || POLICY.test(response) ? 'policy' : 'sender_refused';
  return told ?? toldByWords(response);
}

function toldByStatus(status: string): FailReason | undefined {
  if (SENDER.test(status)) return 'sender_refused';
  if (NOT_IN_DIRECTORY.test(status)) return 'no_such_address';
  return MEANINGS[reasonOfStatus(status)];
}

function toldByWords(response: string): FailReason {
  if (FULL.test(response)) return 'mailbox_full';
  if (/^552\b/.test(response)) return TOO_LARGE.test(response) ? 'file_too_large' : 'mailbox_full';
  if (POLICY.test(response)) return 'policy';
  return NOBODY.test(response) ? 'no_such_address' : 'rejected';
}

/**
 * The status at the front (RFC 2034), or at the end as qmail writes it: `553 sorry, no mailbox here by that name
 * (#5.1.1)`.
 */
function statusIn(response: string): string {
  const front = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return front ?? /\(#([245]\.\d{1,3}\.\d{1,3})\)/.exec(response)?.[1] ?? '';
}
