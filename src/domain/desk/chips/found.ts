import type { Fragment, Sql } from '../../../db/sql.ts';
import { headWords } from '../../../text/cut.ts';
import { budgetSaid } from '../../../text/money/budget.ts';
import { findMoney } from '../../../text/money/find_money.ts';
import type { Money } from '../../../text/money/money.ts';
import { speaksOfPayment } from '../../../text/money/paid.ts';
import { readAmount } from '../../../text/money/read_amount.ts';
import { emailsSaid, phonesSaid, wechatsSaid } from '../../../text/person/numbers_said.ts';
import { writePhone } from '../../../text/person/phone.ts';
import { asksWhereOrder } from '../../../text/question/where_order.ts';
import { movedTo } from '../../../text/sentence/moved.ts';
import { withoutStruck } from '../../../text/struck.ts';
import { speaksOfOver } from '../../../text/when/over.ts';
import { type TimeSaid, timesSaid } from '../../../text/when/times_said.ts';
import type { Context } from '../../context.ts';
import { EMAIL, PHONE } from '../../people/sign.ts';
import { numbersAmong, numbersCalled, type OrderNamed, ordersMeantIn } from '../../sell/order_number.ts';
import type { Message } from '../../talk/message.ts';

/** How much of a message is searched at most. */
const LONGEST = 1000;
/** How many numbers are looked up at most. */
const MOST_NUMBERS = 60;

/** The things a customer mentions that the owner can act on. */
export interface Found {
  /** Everything that could be an order number. */
  numbers: string[];
  /** What they say is one. */
  called: string[];
  /** E.164, with the extension. */
  phones: string[];
  wechats: string[];
  emails: string[];
  times: TimeSaid[];
  amount: Money | undefined;
  /** Where they say that they live now. */
  cities: string[];
}

/** Which of these we have already, so that we need not offer them. */
export interface Known {
  orders: OrderNamed[];
  /** Phones that are somebody's, or that this contact is known by. */
  phones: string[];
  /** WeChat accounts that a note names. */
  wechats: string[];
  /** Mail addresses that are somebody's, or ours. */
  emails: string[];
  /** When this contact is to be remembered, or was (ISO). */
  due: string[];
  city: string | null;
  /** Their open leads, so many that one can be told from several; `worth`: an amount is known. */
  leads: { id: string; worth: boolean }[];
}

type Said = Pick<Message, 'text' | 'subject' | 'occurredAt' | 'fate'>;

/** What stands in these messages; undefined: nothing. What was taken back says nothing. `writer`: their name. */
export function foundIn(
  { settings, now }: Pick<Context, 'settings' | 'now'>,
  messages: readonly Said[],
  writer = '',
): Found | undefined {
  const { country, currency, timezone, locale } = settings;
  const said = messages
    .filter(({ fate }) => fate !== 'withdrawn' && fate !== 'deleted')
    .map(({ text, subject, occurredAt }) => ({ words: wordsOf(text, subject), at: occurredAt }));
  const each = <T>(of: (words: string, at: Date) => readonly T[]) => said.flatMap(({ words, at }) => of(words, at));
  const times = (words: string, at: Date) => timesSaid(words, { now: at, timezone, locale, country });
  const found: Found = {
    numbers: each(numbersAmong).slice(0, MOST_NUMBERS),
    called: each((words) => [...numbersCalled(words), ...(asksWhereOrder(words) ? writtenAsOrders(words) : [])]),
    phones: each((words) => phonesSaid(words, country, writer).map(writePhone)),
    wechats: each((words) => wechatsSaid(words, writer)),
    emails: each((words) => emailsSaid(words, writer)),
    times: each(times).filter(({ at }) => at > now),
    cities: each((words) => [movedTo(words)].filter((city) => city !== undefined)),
    amount: said.map(({ words }) => amountIn(words, currency)).findLast(Boolean),
  };
  return Object.values(found).some((one) => one && (!Array.isArray(one) || one.length > 0)) ? found : undefined;
}

/** With letters, as shops and we number them: M-12. */
const writtenAsOrders = (words: string): string[] =>
  numbersAmong(words).filter((word) => /^[a-z]{1,4}-?\d+$/.test(word));

const wordsOf = (text: string, subject: string | null): string =>
  withoutStruck([subject, headWords(text, LONGEST)].filter(Boolean).join('\n'));

/** What it is to cost: a budget; else with a currency, one amount and no other, and nothing that was paid or is owed. */
function amountIn(words: string, currency: string): Money | undefined {
  const isToPay = ({ start, end }: { start: number; end: number }) =>
    !speaksOfPayment(words, start, end) && !speaksOfOver(words, start, end);
  const budget = budgetSaid(words, currency);
  if (budget && isToPay(budget)) return budget.money;
  const found = findMoney(words, currency);
  if (found.length === 0 || !found.every(isToPay)) return undefined;
  const read = readAmount(words, currency);
  return read.is === 'amount' && read.money.minor !== '0' ? read.money : undefined;
}

/** Looks up what of it is known, as JSON, in the statement of whoever asks. */
export function knownOf(sql: Sql, contactId: string, found: Found | undefined): Fragment {
  if (!found) return sql`null`;
  const { numbers, called, phones, wechats, emails, times } = found;
  const all = times.flatMap(({ at, others }) => [at, ...others]).map((at) => at.toISOString());
  return sql`json_build_object(
    'orders', ${ordersMeantIn(sql, contactId, numbers, called)},
    'phones', (
      select coalesce(json_agg(phone), '[]') from unnest((select ${phones}::text[])) phone
      where exists (select from contact_identities i where i.channel = ${PHONE} and i.address = phone)
        or exists (
          select from contact_signs s where s.contact_id = ${contactId} and s.channel = ${PHONE} and s.address = phone
        )
    ),
    'wechats', (
      select coalesce(json_agg(account), '[]') from unnest((select ${wechats}::text[])) account
      where exists (
        select from conversations v join messages m on m.conversation_id = v.id
        where v.contact_id = ${contactId} and m.direction = 'note' and lower(m.text) ~ ('(?<![a-z0-9_-])' || lower(account) || '(?![a-z0-9_-])')
      )
    ),
    'emails', (
      select coalesce(json_agg(email), '[]') from unnest((select ${emails}::text[])) email
      where exists (select from contact_identities i where i.channel = ${EMAIL} and i.address = email)
        or exists (
          select from contact_signs s where s.contact_id = ${contactId} and s.channel = ${EMAIL} and s.address = email
        )
    ),
    'due', (
      select coalesce(json_agg(due_at), '[]') from tasks
      where contact_id = ${contactId} and due_at = any((select ${all}::text[])::timestamptz[])
    ),
    'city', (select city from contacts where id = ${contactId}),
    'leads', (
      select coalesce(json_agg(json_build_object('id', id::text, 'worth', amount_minor is not null)), '[]') from (
        select id, amount_minor from leads where contact_id = ${contactId} and closed_at is null limit 2
      ) open
    )
  )`;
}
