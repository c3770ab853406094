import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import type { Button, Reply } from '../reply.ts';
import type { BounceReason } from '../talk/mail/bounce.ts';
import { sendAgain } from './receipt_card.ts';

/** A mail that did not reach an address; `name`: whose that is, '' when nobody knows. */
export interface Returned {
  name: string;
  address: string;
  reason: string;
}

export function cameBackCard(t: Texts, { name, address, reason }: Returned, outboxId: string): Reply {
  return {
    receiptOf: outboxId,
    title: t.mail.cameBack(name || address),
    text: lines(failedFor(t, address, reason), ofReason(t.mail.bounceStep, reason)),
    buttons: [sendAgain(t, outboxId)],
  };
}

/** What came back is not a mail of ours; `subject` is that mail's, '' for none. */
export function perhapsCameBackCard(t: Texts, { name, address, reason }: Returned, subject: string): Reply {
  return {
    title: t.mail.perhapsCameBack(name || address),
    text: lines(failedFor(t, address, reason), t.mail.notTheLast(subject)),
  };
}

/** Only somebody in copy did not get the mail. */
export function copyCameBackCard(t: Texts, { name, address, reason }: Returned): Reply {
  return {
    title: t.mail.copyCameBack(name, address),
    text: lines(failedFor(t, address, reason), t.mail.mainDidNot(name)),
  };
}

/** The report names an address that we never wrote to. */
export function forwardCameBackCard(t: Texts, address: string, written: string[], reason: string): Reply {
  return {
    title: t.mail.forwardCameBack(address),
    text: lines(failedFor(t, address, reason), t.mail.forwardsThere(written)),
  };
}

/** A mail of a campaign seems to have come back; the report does not prove that it is about it. */
export function campaignCameBackCard(
  t: Texts,
  {
    contactId,
    name,
    address,
    reason,
    campaign,
    quote,
  }: Returned & { contactId: string; campaign: string; quote: string },
): Reply {
  return {
    title: t.mail.didItComeBack(name || address),
    text: lines(failedFor(t, address, reason), t.mail.perhapsOfCampaign(campaign)),
    quote,
    buttons: doNotMail(t, `c${contactId}`, address),
  };
}

/** By which the owner ends what goes to an address unasked; none where it is nobody's. */
export const doNotMail = (t: Texts, ref: string | undefined, address: string): Button[][] =>
  ref ? [[{ label: t.mail.doNotMail, command: `/unsubscribe ${ref} ${address}` }]] : [];

/** A mail server's words that name nobody we wrote to. */
export function unknownBounceCard(t: Texts, subject: string, quote: string, address: string | undefined): Reply {
  return {
    title: t.mail.unknownBounce(subject),
    text: address ? t.mail.noneMatches(address) : t.mail.whichOne,
    quote,
  };
}

const failedFor = (t: Texts, address: string, reason: string): string =>
  t.mail.failedFor(address, whyReturned(t, reason));

/** Why a mail was not accepted; any reason we do not know counts as a refusal. */
export const whyReturned = (t: Texts, reason: string): string => ofReason(t.mail.bounceReason, reason);

const ofReason = (words: Record<BounceReason, string>, reason: string): string => own(words, reason) ?? words.refused;

const lines = (...all: string[]): string => all.join('\n');
