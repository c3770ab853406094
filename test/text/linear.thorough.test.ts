import { describe, expect, it } from 'vitest';
import { formatConsole } from '../../src/bots/console/format.ts';
import { pieces, typedText } from '../../src/bots/slack/mrkdwn.ts';
import { repeats } from '../../src/bots/slack/whole.ts';
import { formatTelegram } from '../../src/bots/telegram/format.ts';
import { readConfig } from '../../src/config.ts';
import { isCommand } from '../../src/domain/commands/called.ts';
import { add } from '../../src/domain/commands/people/add.ts';
import { carriesSecret, worksOnce } from '../../src/domain/commands/run.ts';
import { lead } from '../../src/domain/commands/sell/lead_opened.ts';
import { isOfOrder } from '../../src/domain/commands/sell/order/unsure/of_order.ts';
import { quote } from '../../src/domain/commands/sell/quote.ts';
import { isMoreName, isPartOf } from '../../src/domain/commands/who/naming.ts';
import { meantBy } from '../../src/domain/commands/words/bare.ts';
import { lineMeant } from '../../src/domain/commands/words/line_meant.ts';
import { ownWords } from '../../src/domain/commands/words/own_words.ts';
import { isBareSecret, keysIn } from '../../src/domain/commands/words/secret.ts';
import { readValues } from '../../src/domain/commands/words/values.ts';
import { queryPage, splitFirst } from '../../src/domain/commands/words/words.ts';
import { readColumns } from '../../src/domain/exchange/column.ts';
import { draftOf } from '../../src/domain/exchange/read_row.ts';
import { cityName } from '../../src/domain/people/city.ts';
import { KINDS } from '../../src/domain/people/fields/field.ts';
import { fieldsSaid } from '../../src/domain/people/fields/said.ts';
import { readValue } from '../../src/domain/people/fields/value.ts';
import { isFilter, parseFilter } from '../../src/domain/people/filter/filter_parse.ts';
import { looksLikeAddress } from '../../src/domain/people/name.ts';
import { keysOf } from '../../src/domain/people/search.ts';
import { numbersCalled } from '../../src/domain/sell/order_number.ts';
import { fill, leftToFillIn, unknownVariable, variablesIn } from '../../src/domain/talk/variable.ts';
import { triage } from '../../src/domain/triage/index.ts';
import { urgentWords, weighedUrgency } from '../../src/domain/triage/urgent_words.ts';
import { safeName } from '../../src/files/name.ts';
import { readList } from '../../src/files/table/list.ts';
import { readVcards } from '../../src/files/table/vcard/vcard.ts';
import { readFreeBounce } from '../../src/mail/machines/bounce.ts';
import { bounceStatus } from '../../src/mail/machines/bounce_status.ts';
import { decodeWords } from '../../src/mail/mime/encoded.ts';
import { readLabel } from '../../src/mail/mime/header_block.ts';
import { firstAddress, readWrittenSender } from '../../src/mail/send/sender.ts';
import { findForwarded } from '../../src/mail/words/forward.ts';
import { splitQuoted } from '../../src/mail/words/quote.ts';
import { asidesIn } from '../../src/text/aside.ts';
import { asksReader } from '../../src/text/asks.ts';
import { blankIn } from '../../src/text/blank.ts';
import { unguarded } from '../../src/text/csv.ts';
import { head } from '../../src/text/cut.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { saidOf } from '../../src/text/meaning/rest.ts';
import { withoutMoneyWord } from '../../src/text/money/budget.ts';
import { bareAmountAtEnd, findMoney, findMultiplied } from '../../src/text/money/find_money.ts';
import { parseMoney } from '../../src/text/money/money.ts';
import { withoutJoint as withoutJointOfPrice } from '../../src/text/money/order/loose_goods.ts';
import { saysState } from '../../src/text/money/order/order_state.ts';
import { foreignMoney, perhapsMoney } from '../../src/text/money/perhaps_money.ts';
import { plainFigures } from '../../src/text/money/plain_figures.ts';
import { namesFurtherSum, pricedLines, saidLine } from '../../src/text/money/quoted_said.ts';
import { readAmount } from '../../src/text/money/read_amount.ts';
import { spokenMoney } from '../../src/text/money/spoken_money.ts';
import { cleanName, cleanText, narrow, normaliseEmail } from '../../src/text/normalise.ts';
import { furtherNames, splitAtForm } from '../../src/text/organization/company_name.ts';
import { gluedWords } from '../../src/text/person/border.ts';
import { sentFor } from '../../src/text/person/errand.ts';
import { gluedNames } from '../../src/text/person/greeting.ts';
import { behindJoiner } from '../../src/text/person/joined.ts';
import { meantFor } from '../../src/text/person/meant_for.ts';
import { mayBeNewPerson, withoutAsking } from '../../src/text/person/new_person.ts';
import { phonesSaid, wechatsSaid } from '../../src/text/person/numbers_said.ts';
import { readSigned } from '../../src/text/person/person_labels.ts';
import { normalisePhone } from '../../src/text/person/phone.ts';
import { isPlace } from '../../src/text/person/place_like.ts';
import { severalIn } from '../../src/text/person/several.ts';
import { asksOfThem, isSaidOfNamed } from '../../src/text/person/spoken_of.ts';
import { asThirdPerson, toldTo } from '../../src/text/person/third_person.ts';
import { titledFirst, titledIn, vocatives } from '../../src/text/person/vocative.ts';
import { retractionIn } from '../../src/text/retraction.ts';
import { isLetter } from '../../src/text/sentence/letter.ts';
import { movedTo } from '../../src/text/sentence/moved.ts';
import { placesFirst } from '../../src/text/sentence/nth.ts';
import { ofDraft } from '../../src/text/sentence/of_draft.ts';
import { isOnlyGreeting } from '../../src/text/sentence/only_greeting.ts';
import { bordersIn, partsOf, withoutJoining } from '../../src/text/sentence/parts.ts';
import { isSameDeal } from '../../src/text/sentence/same_deal.ts';
import { isCorrection, secondWordsIn } from '../../src/text/sentence/second_words.ts';
import { isSelfTold } from '../../src/text/sentence/self_told.ts';
import { tagsOnly } from '../../src/text/sentence/tags_said.ts';
import { withoutUrgency } from '../../src/text/sentence/urgency.ts';
import { namesOptOut, optOutIn } from '../../src/text/sms/opt_out.ts';
import { smsParts } from '../../src/text/sms/parts.ts';
import { snippet } from '../../src/text/snippet.ts';
import { subjectKey } from '../../src/text/subject.ts';
import { partOfAddress } from '../../src/text/table/address_words.ts';
import { MEANINGS, meaningOfHeading } from '../../src/text/table/header_words.ts';
import { wechatIn } from '../../src/text/table/wechat.ts';
import { speaksAsMachine } from '../../src/text/tells_of_machine.ts';
import { truncate } from '../../src/text/truncate.ts';
import { readDates } from '../../src/text/when/birthday/birthday.ts';
import { withBirthdayKeys } from '../../src/text/when/birthday/span.ts';
import { fromNow } from '../../src/text/when/from_now.ts';
import { joinedTimes } from '../../src/text/when/joined_times.ts';
import { festivalAway, festivalTime } from '../../src/text/when/named_festival.ts';
import { placeFirst } from '../../src/text/when/named_zone.ts';
import { oneTimeEach } from '../../src/text/when/one_time_each.ts';
import { lengthFirst, parseFrom } from '../../src/text/when/parse_from.ts';
import { parseRange } from '../../src/text/when/parse_range.ts';
import { parseSpan } from '../../src/text/when/parse_span.ts';
import { withoutSpan } from '../../src/text/when/past/span_amid.ts';
import { leftInFront, leftOfRepeat } from '../../src/text/when/repeat/repeat_left.ts';
import { listedDays, stretchNamed } from '../../src/text/when/stretch.ts';
import {
  beginsWord,
  leftForCustomer,
  recurrenceIn,
  timeFirst,
  timeIn,
  withJoint,
  withoutReminder,
} from '../../src/text/when/time_like.ts';
import { timesSaid } from '../../src/text/when/times_said.ts';
import { parseWhen } from '../../src/text/when/when.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

const when = { now: new Date('2026-12-02T02:40:00Z'), timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
const author = { name: 'Anna Smith', address: 'anna@example.com' };
const typed = { replying: true };

/** Whatever reads words that strangers, customers or a pasted page have written. */
const READERS: Record<string, (text: string) => unknown> = {
  add: (text) => add.parse(text, typed),
  asksReader,
  speaksAsMachine,
  blankIn,
  bounceStatus: (text) => bounceStatus('', text),
  isBareSecret,
  draftOf: (text) =>
    MEANINGS.map((meaning) =>
      draftOf({ line: 1, cells: [text] }, [{ heading: 'a', meaning, samples: [] }], { country: 'CN', today: 20_000 }),
    ),
  meaningOfHeading,
  partOfAddress,
  readColumns: (text) =>
    readColumns({
      kind: 'csv',
      header: undefined,
      rows: [
        { line: 1, cells: [text, text] },
        { line: 2, cells: [text] },
      ],
      faults: [],
    }),
  readList: (text) => readList(text, 'CN'),
  readVcards: (text) => [
    readVcards(text),
    readVcards(`BEGIN:VCARD\nFN:${text}\nTEL:${text}\nADR:${text}\n${text}\nEND:VCARD`),
  ],
  unguarded,
  wechatIn,
  keysIn,
  lineMeant: (text) => lineMeant({ now: new Date(0), settings: readConfig({}).settings }, 'en', text),
  carriesSecret: (text) => carriesSecret(text, ['shopify']),
  worksOnce,
  cityName,
  cleanName,
  cleanText,
  decodeWords,
  detectLanguage,
  fill: (text) => fill(text, { name: 'a', business: 'b', order: 'c' }),
  findForwarded: (text) => findForwarded(text, { author, subject: 'Fwd: a' } as never),
  findMoney: (text) => [findMoney(text, 'CNY'), findMultiplied(text), bareAmountAtEnd(text, 'CNY')],
  firstAddress,
  formatConsole: (text) => formatConsole({ text, quote: text }),
  formatTelegram: (text) => formatTelegram({ text, quote: text }),
  head: (text) => head(text, 100),
  isCommand,
  isMoreName: (text) => isMoreName('Anna', text),
  isPartOf: (text) => isPartOf(text, 'Anna Smith'),
  isCorrection,
  isLetter,
  isOnlyGreeting,
  isPlace,
  listedDays: (text) => [listedDays(text, when), listedDays(`周四${text}`, when)],
  looksLikeAddress,
  mayBeNewPerson: (text) => mayBeNewPerson(text, 'CN'),
  isFilter,
  keysOf,
  lead: (text) => lead.parse(text, typed),
  narrow,
  normaliseEmail,
  normalisePhone: (text) => normalisePhone(text, 'CN'),
  parseFilter: (text) =>
    parseFilter(text, {
      currency: 'CNY',
      channels: [],
      fields: [],
      segments: [],
      stages: [],
      campaigns: [],
      bounds: { age: [30, 50], frequency: [5, 10], power: [500, 1000] },
      at: { country: 'CN', today: 20_000 },
    }),
  readDates: (text) => readDates(text, 'CN', 20_000),
  withBirthdayKeys,
  fieldsSaid: (text) => fieldsSaid(text, [{ id: '1', name: 'a b', kind: 'text', choices: [] }]),
  readValue: (text) => KINDS.map((kind) => readValue({ kind, choices: ['a'] }, text, { country: 'CN', today: 20_000 })),
  secondWordsIn: (text) => secondWordsIn(text),
  readAmount: (text) => readAmount(text, 'CNY'),
  retractionIn: (text) => retractionIn(text),
  meantFor,
  isSelfTold,
  partsOf,
  placesFirst: (text) => placesFirst(text),
  bordersIn: (text) => bordersIn(text, 40),
  isOfOrder: (text) => isOfOrder(text, 'USD'),
  saysState,
  withoutJoining,
  gluedWords,
  gluedNames,
  meantBy: (text) => [meantBy(text, 'Anna'), tagsOnly(text)],
  readSigned: (text) => readSigned(text),
  fromNow: (text) => fromNow(text),
  lengthFirst,
  foreignMoney: (text) => foreignMoney(text, 'CNY'),
  plainFigures,
  spokenMoney,
  perhapsMoney,
  titledFirst,
  titledIn,
  vocatives,
  urgentWords: (text) => urgentWords(text, { label: 'ticket', sublabel: 'complaint', accepted: true }),
  weighedUrgency: (text) => weighedUrgency(text, { label: 'ticket', sublabel: 'support', accepted: true }),
  ownWords,
  asksOfThem,
  isSaidOfNamed,
  asidesIn,
  toldTo,
  behindJoiner,
  sentFor,
  namedAsAnother: (text) => asThirdPerson(text, 'Anna Maria Smith'),
  parseFrom: (text) => parseFrom(text, when),
  stretchNamed: (text) => stretchNamed(text, when),
  festivalAway: (text) => festivalAway(text, when),
  festivalTime: (text) => festivalTime(text, when),
  placeFirst,
  leftForCustomer: (text) => leftForCustomer(text, true),
  beginsWord: (text) => beginsWord(text, { rest: text.slice(3) }),
  parseMoney: (text) => parseMoney(text, 'CNY'),
  parseRange: (text) => parseRange(text, when),
  parseSpan: (text) => parseSpan(text, when),
  parseWhen: (text) => parseWhen(text, when),
  numbersCalled,
  phonesSaid: (text) => phonesSaid(text, 'CN'),
  wechatsSaid,
  timesSaid: (text) => timesSaid(text, when),
  pieces: (text) => pieces(text, 3000),
  queryPage,
  quote: (text) => [quote.parse(text, typed), quote.onlyShows!({ words: text })],
  readFreeBounce: (text) => readFreeBounce({ subject: text, text }, '', []),
  readLabel,
  readValues: (text) => readValues(text, ['title', 'when']),
  readWrittenSender,
  movedTo,
  safeName,
  severalIn: (text) => severalIn(text, 'GB'),
  snippet: (text) => snippet(text, 'Anna 张三', 60),
  splitFirst,
  splitQuoted: (text) => splitQuoted(text, author),
  namesOptOut,
  optOutIn,
  smsParts: (text) => smsParts(text),
  subjectKey,
  joinedTimes: (text) => joinedTimes(text, when),
  leftOfRepeat: (text) => leftOfRepeat(text, text, false),
  times: (text) => [
    ...[timeIn(text), timeFirst(text), recurrenceIn(text), withoutReminder(text), oneTimeEach(text)],
    ...[withJoint(`${text}x`, 'x'), leftInFront({ unit: 'month' }, text, 'each month')],
  ],
  triage: (text) => triage({ text, signals: {} }),
  truncate: (text) => truncate(text, 60),
  typedText,
  unknownVariable,
  variablesIn,
  leftToFillIn,
  repeats: (text) => repeats(text, text),
  withoutSpan: (text) => withoutSpan(text, when),
  withoutUrgency,
  isSameDeal: (text) => isSameDeal(text, text),
  quotedLines: (text) => [saidLine(text), pricedLines(text), namesFurtherSum(text)],
  behindTheSum: (text) => [withoutMoneyWord(text), withoutJointOfPrice(text)],
  withoutAsking,
  companyNames: (text) => [furtherNames(text), splitAtForm(text)],
  ofDraft,
  saidOf: (text) => saidOf(text, 'Anna'),
};

/** What makes a pattern try again and again: something that repeats and never comes to its end. */
const FILLINGS = [
  ' ', '\u3000', '\n', '\t', 'a', '中', '1', '.', '. ', 'a.', '@', 'a@', 'a@b.', '"', '“', '“ ', '「', '"a ', '(', '[', '<', '<a@', '{', '{ a', '/a', ':',
  'x: ', 'key:"a" ', 'title:"a" ', 'title:"', '\\', '\\"', '> ', '>', '› ', ' ›', '1 ', '1,', '1.', '1,1', '¥1 ', '1x', '2x3 ', '#a ', '-', '--\n', '=?', '=?utf-8?q?a',
  'http://', 'www.', '明天', '下', '一', 'in ', 'on ', 'Re: ', 'From: a\n', '\ue000', '𠮷', '👩‍👧', 'e\u0301', '\u0301', '_', '*a* ', '&lt;', '; ', ', ', 'or ', '到',
]; // biome-ignore format: a list
/** Longer ones take their time: only some are tried with more. */
const SHORT = 16 * 1024;

function slowest(reader: (text: string) => unknown, fillings: string[], upTo?: number): string[] {
  return fillings.flatMap((filling) => {
    const found = growsTooFast(reader, repeated(filling), upTo);
    return found ? [`${JSON.stringify(filling)}: ${found}`] : [];
  });
}

describe('a reader of foreign text is linear in its length', () => {
  it.each(Object.keys(READERS))(
    '%s',
    (name) => {
      const some = FILLINGS.filter((_, nth) => nth % 8 === 0);
      expect(slowest(READERS[name]!, some)).toEqual([]);
      const others = FILLINGS.filter((filling) => !some.includes(filling));
      expect(slowest(READERS[name]!, others, SHORT)).toEqual([]);
    },
    // seconds of arithmetic, which may take many times that where others use the cores too
    900_000,
  );

  // with nothing in front: an anchored pattern stops at the letter that the others begin with
  it.each(Object.keys(READERS))('%s, from the first character on', (name) => {
    const found = ['\t', '>', '/', '\u3000'].flatMap(
      (unit) => growsTooFast(READERS[name]!, (size) => unit.repeat(size), SHORT) ?? [],
    );
    expect(found).toEqual([]);
  });

  it('control: a search for the end of a run of blanks is not', () => {
    const endOfBlanks = (text: string) => /\s+$/.test(text);
    // at 64 KB it would take seconds each time: it grows with the square
    expect(slowest(endOfBlanks, [' '], SHORT)).toHaveLength(1);
  });
});
