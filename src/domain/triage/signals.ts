import { saysMoreThanAway } from '../../text/courtesy/absence.ts';
import { saysYes } from '../../text/question/agreed.ts';
import { CLEAR, type Evidence } from './judge.ts';
import { asWritten, type NormalisedText } from './normalise.ts';
import { MOST_REASONS, reasonsAt, type Span } from './reasons.ts';
import type { SignalReason, Triage, TriageInput, TriageLabel } from './triage.ts';

/** What the words said, for a signal to agree or disagree with. */
export interface Reading {
  text: NormalisedText;
  /** As it was written, without a subject above it. */
  said: string;
  evidence: readonly Evidence[];
  words: Triage;
}

function sure(label: TriageLabel, sublabel: string, confidence: number, reasons: string[]): Triage {
  return { label, sublabel, confidence, accepted: true, reasons, by: 'signal' };
}

/** Whoever has a problem and says thanks may go on to say that it is still there: there the words must be surer. */
const THANKS_AMID_TROUBLE = 0.95;

/** Thanks in the middle of a sale or a ticket are thanks: nobody waits for an answer to them. */
const wantsNothing = ({ label, sublabel, accepted, confidence }: Triage, atLeast = 0): boolean =>
  accepted && label === 'other' && sublabel === 'thanks' && confidence >= atLeast;

/** `Thank you!`, and nothing that could be a yes or a no. */
const ONLY_THANKS =
  /^(?:[\s\p{P}]|\b(?:thanks?|thank you|thx|tnx|ty|cheers|many|so|very|much|a lot|danke|merci|gracias|grazie)\b|非常|多谢|感谢|谢谢?|[您你了啦啊])+$/u;
/**
 * What is taken for thanks, a code that a service sends, an advertisement or praise, and may be what we asked for; thanks alone are only where
 * we asked for words, and where we only proposed something what says yes is. So may be that they are away, where no program wrote it.
 */
function mayAnswer(
  { text, said, words: { label, sublabel } }: Reading,
  asked: NonNullable<TriageInput['signals']['answersUs']>,
): boolean {
  if (asked === 'yes') return (label === 'feedback' || sublabel === 'thanks') && saysYes(said);
  if (label === 'feedback') return true;
  if (label !== 'other') return false;
  if (sublabel === 'autoreply') return saysMoreThanAway(said, true);
  return (
    ['thanks', 'otp', 'spam', 'unsubscribe'].includes(sublabel) && (asked === 'words' || !ONLY_THANKS.test(text.text))
  );
}

/** Said of what was asked for: it is not to be done any more, so that what is open for it is not over by itself. */
const CALLED_OFF =
  /\b(?:never ?mind|nvm|forget (?:it|about (?:it|that|the))|scrap (?:it|that)|not interested|changed my mind|no longer (?:need|want)|(?:don'?t|do not|dont) (?:need|want|bother)|not needed|leave it)\b|算了|(?:不用|不必|不需要|不要|不做|不买|不订|不定|不考虑|不修|不改|不想要?|取消)了|罢了/u;
/** What was wrong is right again: there is nothing more to be done. */
const SOLVED =
  /\b(?:works?|working|sorted|solved|fixed|found|arrived|got it|received|came|fine now|all good)\b|好了|解决|搞定|找到|收到|到了|行了|可以了|修好|恢复|正常/u;

/** Whether words taken for thanks call off what was asked for. Takes normalised text. */
const callsOff = ({ text: { text } }: Reading): boolean => CALLED_OFF.test(text) && !SOLVED.test(text);

/** Keeps the finer reading and its phrases where the words agree with the signal. */
function confirmed(label: TriageLabel, reason: SignalReason, words: Triage): Triage {
  const agree = words.label === label;
  return sure(
    label,
    // the kind of a further message is not known because the first one's was
    agree ? words.sublabel : '',
    0.95,
    [reason, ...(agree ? words.reasons : [])].slice(0, 2),
  );
}

/** How people name an order, the number included; what a phrase says beyond that may be a problem. */
const ORDER_WORDS = /订单(?:编?号)?|訂單(?:編?號)?|[a-z]*\d[a-z\d]*|order|number|no\.?|[#:：\s\p{Pd}./_]/giu;

/** The loudest problem beside the order number: naming the order alone ("order 1001 again") is no problem. */
function problemBeside(orderNumber: string, { text, evidence }: Reading): { topic: string; span: Span } | null {
  const problems = evidence.flatMap(({ to, weight, span }) => {
    const [label, topic] = to.split('/');
    if (label !== 'ticket' || topic === undefined || weight < CLEAR || span === undefined) return [];
    return [{ topic, weight, span }];
  });
  const beyond = problems.filter(
    ({ span }) => asWritten(text, span).replace(orderNumber, '').replace(ORDER_WORDS, '') !== '',
  );
  return beyond.toSorted((a, b) => b.weight - a.weight)[0] ?? null;
}

function byOrder(orderNumber: string, reading: Reading): Triage | null {
  const problem = problemBeside(orderNumber, reading);
  if (problem === null) return null;
  const named = numberIn(reading.text, orderNumber);
  const reasons = [...(named === undefined ? [] : [named]), ...problemWords(problem.span, reading)];
  return sure('ticket', problem.topic, 0.95, reasons.length > 0 ? reasons.slice(0, MOST_REASONS) : [orderNumber]);
}

/** The problem in whole words, else what the words alone are taken for; a Chinese phrase of a rule is whole itself. */
function problemWords(span: Span, { text, words }: Reading): string[] {
  const { reasons: phrases } = reasonsAt([{ ...span, by: 'rule', clear: true }], text);
  if (phrases.length > 0) return phrases;
  if (words.label === 'ticket' && words.reasons.length > 0) return words.reasons;
  const phrase = asWritten(text, span);
  return /^\p{Script=Han}+$/u.test(phrase) ? [phrase] : [];
}

/** The order's number as it stands in the text, grouped as it may be, and never a part of a longer one. */
function numberIn(text: NormalisedText, orderNumber: string): string | undefined {
  const characters = [...orderNumber.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  const number = characters.join('[-#./_\\s\u2010-\u2015]?');
  const found = new RegExp(`(?<![a-z0-9]|[a-z0-9][-./_])#?${number}(?![a-z0-9]|[-./_][a-z0-9])`, 'u').exec(text.text);
  return found ? asWritten(text, { start: found.index, end: found.index + found[0].length }) : undefined;
}

/**
 * Facts outrank wording: a machine's mail is never a person's wish, an open ticket keeps its conversation unless the
 * words are thanks alone and call nothing off, an order of theirs beside a problem is a ticket, an open lead stays a lead unless the words clearly name a problem
 * or are thanks alone. A yes to a question of ours is no thanks.
 */
export function bySignal(signals: TriageInput['signals'], reading: Reading): Triage {
  const { words } = reading;
  if (signals.automatic) return sure('other', 'autoreply', 1, [signals.automatic]);
  const isAnswer = signals.answersUs !== undefined && mayAnswer(reading, signals.answersUs);
  const thanks = (atLeast?: number) => !isAnswer && wantsNothing(words, atLeast) && !callsOff(reading);
  if (signals.openTicket && thanks(THANKS_AMID_TROUBLE)) return words;
  if (signals.openTicket) return confirmed('ticket', 'open_ticket', words);
  const ordered = signals.orderNumber ? byOrder(signals.orderNumber, reading) : null;
  if (ordered) return ordered;
  const ownKind = (words.label === 'ticket' && words.accepted) || thanks();
  if (signals.openLead && !ownKind) return confirmed('lead', 'open_lead', words);
  if (!isAnswer) return words;
  return { ...words, ...(words.label === 'other' && { sublabel: 'unclear' }), accepted: false };
}
