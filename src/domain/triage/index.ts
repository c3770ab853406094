import { asksReader } from '../../text/asks.ts';
import { saysMoreThanAway } from '../../text/courtesy/absence.ts';
import { isOnlyCourtesy, thanksIn } from '../../text/courtesy/only_courtesy.ts';
import { isNoStop, wantsMails } from '../../text/sentence/refusal.ts';
import { withoutStruck } from '../../text/struck.ts';
import { speaksAsMachine } from '../../text/tells_of_machine.ts';
import { saysMoreThanThanks } from './beyond_thanks.ts';
import { CLEAR, type Evidence } from './judge.ts';
import { chancesOf, featuresOf, type Model } from './model.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { placesFor, reasonsAt } from './reasons.ts';
import { isOfTheirs, isThanks, tellsOfHarm } from './rules/bare.ts';
import {
  aboveFooter,
  asksForNoMore,
  besideWish,
  holdsQuestion,
  isTheirOwn,
  leftBeside,
  mayPitch,
  namesLeaving,
  saysStop,
  stopStands,
  takesUp,
} from './rules/beside.ts';
import { isCodeAlone } from './rules/codes.ts';
import { deniesOnly, isEither, wishesOtherwise, withoutDenied } from './rules/denied.ts';
import { standsAtOurs } from './rules/door.ts';
import { rulesJudge } from './rules/index.ts';
import { saysOnlyWhereToReach } from './rules/reach.ts';
import { shippedModel } from './shipped.ts';
import { bySignal, type Reading } from './signals.ts';
import { labelOf } from './topics.ts';
import type { Triage, TriageInput } from './triage.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Digits, marks or a bare command of a bot name nothing that could be filed; a picture does. */
const hasWords = ({ text }: NormalisedText): boolean =>
  /[\p{L}\p{Extended_Pictographic}]/u.test(text.replace(/^\/\w+/, ''));

const UNSORTED: Triage = {
  label: 'other',
  sublabel: 'unclear',
  confidence: 0.5,
  accepted: false,
  reasons: [],
  by: 'model',
};

/** Whether a phrase clearly says otherwise: a sale or a problem in a greeting; praise, where none speaks of a problem. */
function isGainsaid({ label, topic }: Pick<Verdict, 'label' | 'topic'>, evidence: readonly Evidence[]): boolean {
  const speaks = (least: number, ...kinds: string[]) =>
    evidence.some(({ to, weight }) => weight >= least && (kinds.includes(labelOf(to)) || kinds.includes(to)));
  if (topic === 'other/greeting') return speaks(CLEAR, 'lead', 'ticket');
  return label === 'ticket' && speaks(CLEAR, 'feedback/praise') && !speaks(0, 'ticket');
}

/** What the words alone say: the rules give evidence, the model weighs it together with the words; `said` are those below a subject. */
function read(written: string, model: Model, said = written): Reading {
  const whole = normalise(written);
  const text = { ...whole, text: withoutDenied(whole.text) };
  if (deniesOnly(text.text, whole.text) || isEither(whole.text) || saysOnlyWhereToReach(whole.text))
    return { text, said, evidence: [], words: UNSORTED };
  const evidence = rulesJudge(text);
  const features = featuresOf(text, evidence);
  const verdict = verdictOf(chancesOf(model, features), evidence, features);
  const { reasons, spoken } = reasonsAt(placesFor(verdict, evidence, model, features), text, verdict);
  const words: Triage = {
    label: verdict.label,
    // whoever goes on after the thanks waits for something
    sublabel:
      verdict.topic === 'other/thanks' && (saysMoreThanThanks(text.text, whole) || wishesOtherwise(whole.text))
        ? 'unclear'
        : verdict.topic.slice(verdict.label.length + 1),
    confidence: verdict.probability,
    // marks and length alone decide nothing; who asks something waits: it is no machine's, whatever they say of being away, and no opinion alone
    accepted:
      verdict.accepted &&
      spoken &&
      !isGainsaid(verdict, evidence) &&
      (hasWords(text) || evidence.some(({ weight }) => weight >= CLEAR)) &&
      // that nothing can be made of them is no answer to what they are
      verdict.topic !== 'other/unclear' &&
      !((verdict.topic === 'other/autoreply' || verdict.label === 'feedback') && asksReader(written)) &&
      (verdict.topic !== 'other/autoreply' || (speaksAsMachine(written) && !saysMoreThanAway(said, false))) &&
      (verdict.topic !== 'other/otp' || isCodeAlone(written)) &&
      !(verdict.topic === 'other/unsubscribe' && isNoStop(written)) &&
      !(verdict.topic === 'other/spam' && (standsAtOurs(text.text) || takesUp(written))),
    reasons,
    by: 'model',
  };
  return { text, said, evidence, words: asCourtesy(words, written) };
}

/** How surely thanks are meant where every word is one of courtesy: less than what ends a ticket. */
const COURTESY = 0.9;

/** Whoever thanks and says nothing else waits for nothing, whatever triage has learned of their words. */
function asCourtesy(words: Triage, written: string): Triage {
  const isDoubtful = !words.accepted || ['greeting', 'unclear', 'personal'].includes(words.sublabel);
  const mayBe = words.label === 'other' || words.sublabel === 'praise';
  if (!isDoubtful || !mayBe || !thanksIn(written) || !isOnlyCourtesy(written)) return words;
  const confidence = Math.max(words.confidence, COURTESY);
  return { ...words, ...(words.label === 'other' && { sublabel: 'thanks' }), confidence, accepted: true };
}

/** What subject and words say; words that no program writes, below a subject that one might, are somebody's. */
function readBelow(subject: string, text: string, model: Model): Reading {
  if (subject === '') return read(text, model);
  const whole = read(`${subject}\n${text}`, model, text);
  const says = /[\p{L}\p{N}]/u.test(text);
  const isPrograms = says ? speaksAsMachine(text) : !isOfTheirs(subject);
  if (whole.words.sublabel !== 'autoreply' || isPrograms) return whole;
  const alone = read(text, model);
  if (alone.words.accepted && alone.words.label !== 'other') return alone;
  return { ...whole, words: { ...whole.words, accepted: false } };
}

/** Of what is no person's, or no wish of theirs: a footer under an advertisement. */
const NO_WISH = ['autoreply', 'otp', 'jobseeker'];
/** What is likelier than not, in more than two words or signs. */
const LIKELY = 0.5;
/** What a few words left beside a wish must be to be called so. */
const SURE_ENOUGH = 0.6;
/** What can mean nothing else is sure, whatever triage has learned of its words. */
const SURELY = 0.95;

/**
 * Whoever asks for no more, and says something else of weight, is heard for that first: what they ask beside it is for the owner to decide. Only
 * what is nothing but the wish (and a greeting, thanks, a reason) is taken for one.
 */
function withWishAside(reading: Reading, { text: written, subject = '' }: TriageInput, model: Model): Reading {
  const { words } = reading;
  const isWish = words.label === 'other' && words.sublabel === 'unsubscribe';
  const above = aboveFooter(written);
  const doubtful = above === undefined ? undefined : withFooterInDoubt(reading, above, model);
  if (doubtful) return doubtful;
  if (words.label === 'other' && words.sublabel === 'spam') {
    const left = withoutFooter(reading, written, model);
    if (left !== reading) return left;
    const { rest } = besideWish(written);
    if ((asksForNoMore(written) || stopStands(written)) && !isPitch(read(rest, model), rest))
      return { ...reading, words: { ...UNSORTED, alsoNoMore: true } };
    return isTheirOwn(written) ? { ...reading, words: { ...words, accepted: false } } : reading;
  }
  // whether they leave at all is for the owner to read
  if (isNoStop(written))
    return isWish || (wantsMails(written) && !words.accepted)
      ? { ...reading, words: { ...UNSORTED, reasons: words.reasons } }
      : reading;
  const isCode = words.label === 'other' && words.sublabel === 'otp';
  const surely = asksForNoMore(written) || (isCode && saysStop(written)) || stopStands(written);
  if (words.label === 'other' && NO_WISH.includes(words.sublabel) && !(isCode && surely)) return reading;
  if (!isWish && !surely) return reading;
  const { rest, of } = besideWish(written);
  const beside = rest === '' ? undefined : read(rest, model);
  const asked = (verdict: Triage): Reading => ({ ...reading, words: { ...verdict, alsoNoMore: true } });
  if (
    beside &&
    isWish &&
    words.accepted &&
    beside.words.accepted &&
    beside.words.sublabel === 'spam' &&
    isPitch(beside, rest)
  )
    return { ...reading, words: beside.words };
  const wish = { ...words, label: 'other', sublabel: 'unsubscribe', accepted: false } as const;
  if (surely && of === undefined && isWishAlone(subject ? `${subject}\n${written}` : written))
    return { ...reading, words: { ...wish, confidence: SURELY, accepted: true } };
  if (of === 'fault')
    return asked(
      beside?.words.label === 'ticket'
        ? beside.words
        : { ...wish, label: 'ticket', sublabel: 'support', confidence: LIKELY, reasons: [] },
    );
  // whoever asks waits for an answer
  if (beside && isOfWeight(beside, rest))
    return asked(
      beside.words.label === 'other' ? { ...beside.words, sublabel: 'unclear', accepted: false } : beside.words,
    );
  if (words.label === 'other' && tellsOfHarm(written)) return asked(ofWhatIsLeft(reading, written));
  if (of === 'thing') return asked({ ...UNSORTED, reasons: words.reasons });
  if (of === 'foreign') return asked(isWish || words.label !== 'ticket' ? wish : words);
  if (isWish && words.accepted) {
    const left = leftBeside(written);
    if (left === '') return reading;
    return asked(ofWhatIsLeft(read(left, model), left));
  }
  if (isWish) return surely ? asked(words) : reading;
  // a wish in words that triage has not learned
  return asked(words.label === 'ticket' || words.label === 'lead' ? words : wish);
}

/** Of so many characters words may be an advertisement, or a program's, however they begin. */
const FEW = 120;

/** Somebody's few words above what may be their wish or a sender's footer: what they say counts, and whether they want no more is asked. */
function withFooterInDoubt(reading: Reading, above: string, model: Model): Reading | undefined {
  const { words, evidence } = read(above, model);
  const isBusiness = ({ label }: Triage) => label === 'lead' || label === 'ticket';
  if (isBusiness(reading.words) && isBusiness(words)) return undefined;
  const clearly = (to: string) => evidence.some((one) => one.to === to && one.weight >= CLEAR);
  if (clearly('other/spam') || clearly('other/autoreply') || (words.label === 'lead' && mayPitch(above)))
    return undefined;
  if (!isBusiness(words) && above.length > FEW && !isThanks(above)) return undefined;
  return { ...reading, words: { ...words, accepted: words.accepted && isBusiness(words), alsoNoMore: true } };
}

/** Whether somebody offers something to whoever reads it, and does not take up what is offered. */
const isPitch = ({ words, evidence }: Reading, said: string): boolean =>
  (words.sublabel === 'spam' && mayPitch(said)) ||
  evidence.some(({ to, weight }) => to === 'other/spam' && weight >= CLEAR);

/** Whether nothing stands beside it but a greeting, thanks, a name, or why. */
const isWishAlone = (written: string): boolean => leftBeside(written) === '' && !tellsOfHarm(written);

/** What is beside a wish, and looks like no matter of weight, is for the owner to read. */
function ofWhatIsLeft({ words }: Reading, left: string): Triage {
  if (tellsOfHarm(left))
    return { ...words, label: 'ticket', sublabel: 'complaint', confidence: LIKELY, accepted: false, reasons: [] };
  const isKnown = words.label === 'ticket' || words.label === 'lead' || words.sublabel === 'criticism';
  return isKnown && words.confidence >= SURE_ENOUGH ? { ...words, accepted: false } : UNSORTED;
}

/** `click here to unsubscribe` makes nobody's thanks an advertisement. */
function withoutFooter(reading: Reading, written: string, model: Model): Reading {
  if (!namesLeaving(written)) return reading;
  const { rest, of } = besideWish(written);
  if (rest === '') return reading;
  const beside = read(rest, model);
  const { words } = beside;
  const isSpam = isPitch(beside, rest);
  if (isSpam && of === undefined) return reading;
  if (of === 'fault' || of === 'thing')
    return {
      ...reading,
      words: { ...(isSpam ? UNSORTED : words), accepted: !isSpam && words.accepted, alsoNoMore: true },
    };
  const isTheirs =
    words.sublabel === 'thanks' ||
    (words.accepted && words.label === 'ticket') ||
    (words.accepted && words.label === 'lead' && !mayPitch(rest));
  return isTheirs ? { ...reading, words } : reading;
}

/** Whether words that stand beside a wish to be left alone are a matter of their own. */
function isOfWeight({ words, evidence }: Reading, rest: string): boolean {
  if (holdsQuestion(rest) || asksReader(rest)) return true;
  if (words.label === 'feedback') return words.accepted && words.sublabel !== 'praise';
  if (words.label === 'other') return false;
  const isLikely = words.confidence >= LIKELY && /(?:\S+\s+){2}|\p{Script=Han}{3}/u.test(rest);
  return (
    words.accepted || isLikely || evidence.some(({ to, weight }) => weight >= CLEAR && labelOf(to) === words.label)
  );
}

/**
 * Decides what a customer's message is: first by facts (a machine wrote it, a ticket is open, an order of theirs is
 * named), then by its words. Below the bar `accepted` is false and the owner decides. Takes any string, of which
 * the first 2,000 units count. Reasons are phrases of the subject and text (control characters shown as blanks), or
 * one of `signalReasons`. Without a `model`, the shipped one judges.
 */
export function triage(input: TriageInput, model: Model = shippedModel()): Triage {
  const text = withoutStruck(input.text);
  const reading = withWishAside(readBelow(input.subject ?? '', text, model), { ...input, text }, model);
  const verdict = bySignal(input.signals, reading);
  const { words } = reading;
  // what is open outranks the wish, and does not swallow it
  const asks = words.alsoNoMore || (words.accepted && words.sublabel === 'unsubscribe');
  return asks && verdict !== words && !input.signals.automatic ? { ...verdict, alsoNoMore: true } : verdict;
}
