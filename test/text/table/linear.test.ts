import { describe, expect, it } from 'vitest';
import { behindClear } from '../../../src/domain/people/fields/said.ts';
import { figuresIn } from '../../../src/domain/people/fields/value.ts';
import { takenBackIn } from '../../../src/text/money/order/order_change.ts';
import { saidLater } from '../../../src/text/money/order/order_later.ts';
import { orderNotes } from '../../../src/text/money/order/order_notes.ts';
import { orderTail } from '../../../src/text/money/order/order_tail.ts';
import { statedTotal, withoutBullets } from '../../../src/text/money/order/stated_total.ts';
import { visible, withoutUnseen } from '../../../src/text/normalise.ts';
import { mailboxMeant } from '../../../src/text/person/one_mailbox.ts';
import { tellsOfNews, wantsNews, wantsNone } from '../../../src/text/table/consent_words.ts';
import { fieldOfHeading } from '../../../src/text/table/field_words.ts';
import { isNoteHeading, listsDeals, meaningOfHeading } from '../../../src/text/table/header_words.ts';
import { localeCalled } from '../../../src/text/table/locale_words.ts';
import { isNoAddress, isTotalRow, standsForNothing } from '../../../src/text/table/nothing.ts';
import { thingsListed } from '../../../src/text/table/things_listed.ts';
import { readDates } from '../../../src/text/when/birthday/birthday.ts';
import { withBirthdayKeys } from '../../../src/text/when/birthday/span.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const TODAY = 20_000;
const READERS: Record<string, (text: string) => unknown> = {
  wantsNews,
  wantsNone,
  tellsOfNews,
  fieldOfHeading,
  meaningOfHeading,
  isNoteHeading,
  listsDeals: (text) => listsDeals([text, text]),
  localeCalled,
  standsForNothing,
  isNoAddress,
  isTotalRow: (text) => isTotalRow([text, text]),
  thingsListed: (text) => thingsListed([text, text]),
  readDates: (text) => readDates(text, 'US', TODAY),
  withBirthdayKeys,
  behindClear,
  figuresIn,
  saidLater,
  orderTail: (text) => orderTail(text, 'USD'),
  orderNotes: (text) => orderNotes(text, 'USD'),
  statedTotal: (text) => statedTotal(text, 'USD'),
  withoutBullets,
  takenBackIn,
  mailboxMeant,
  visible,
  withoutUnseen,
};

describe('what stands in the cells and headings of a file, and what people say of fields and orders', () => {
  const units = [
    '0',
    '0/',
    '1 ',
    '-',
    '.',
    'no ',
    '不',
    'total ',
    'a@',
    '@a.',
    '+',
    '"',
    '\u200d',
    'e\u0301',
    '12:00 ',
    'Jan-',
  ];
  it.each(Object.entries(READERS))('%s takes no longer than it is long', (_, read) => {
    const slow = units.flatMap((unit) => growsTooFast(read, repeated(unit), 16 * 1024) ?? []);
    expect(slow).toEqual([]);
  });
});
