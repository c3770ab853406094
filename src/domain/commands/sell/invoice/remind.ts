import { formatMoney } from '../../../../text/money/money.ts';
import { type Texts, texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { formatFullDate } from '../../../../text/when/format_when.ts';
import type { Attachment } from '../../../attachment.ts';
import { hasLetters, isByPhone } from '../../../channel.ts';
import { localeOf } from '../../../context.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { failed, type Reply } from '../../../reply.ts';
import { ageOf, type Invoice } from '../../../sell/invoice/invoice.ts';
import { payLinkFor } from '../../../sell/invoice/pay_link.ts';
import { payFiles } from '../../../sell/invoice/pay_picture.ts';
import {
  lockInvoice,
  noteReminder,
  TONES,
  type Tone,
  toneOf,
  type Written,
  writtenLast,
} from '../../../sell/invoice/reminder.ts';
import { answer } from '../../../talk/answer.ts';
import { type AnswerWay, answerWay } from '../../../talk/answer_way.ts';
import { type AnswerPlace, conversationOf } from '../../../talk/conversation.ts';
import { goesTo, leavesTo } from '../../../talk/who_gets_it.ts';
import type { CommandContext } from '../../command.ts';
import { answeredReply } from '../../talk/reply.ts';
import { shown } from '../../words/moment.ts';
import { nowhereToAnswer, whereToAnswer } from '../../words/nowhere.ts';
import { todayIn } from '../contract/shown.ts';
import { invoiceReply } from './shown.ts';

const TONE = typedMeanings<Tone>((typed) => typed.reminderTones);
const WRITTEN_GRAPHEMES = 200;
const SEND = /^send\s([0-9a-f]{12})\s([\s\S]+)$/u;

/** What would leave. */
interface Leaving {
  contact: Contact;
  place: AnswerPlace;
  way: AnswerWay;
  words: string;
  files: readonly Attachment[];
  /** What they have written last, which may answer it. */
  written: Written | undefined;
  digest: string;
}

/**
 * '' shows what would leave, 'firm' in another tone, other words instead of ours; 'send' (a button) sends what was shown: once, and to nobody who
 * has paid since.
 */
export async function remind(ctx: CommandContext, known: Invoice, said: string): Promise<Reply> {
  const { t } = ctx;
  const [, digest, sent = ''] = SEND.exec(said) ?? [];
  const invoice = digest === undefined ? known : (await lockInvoice(ctx.tx, known.id))!;
  if (invoice.settled || invoice.owedMinor === '0')
    return { ...(await invoiceReply(ctx, invoice.id, t.invoice.nothingOwed)), failed: true };
  const contact = invoice.contactId ? await loadContact(ctx.tx, invoice.contactId) : undefined;
  if (!contact) return failed(t.invoice.ofNobody);
  const begun = await conversationOf(ctx.tx, contact.id);
  const place = await whereToAnswer(ctx, contact, begun);
  if (!place || place.channel === 'note') return nowhereToAnswer(ctx, contact);
  // what somebody owes is for them alone, whoever else their mails go to
  const way: AnswerWay = { ...(await answerWay(ctx.tx, place)), copies: [] };
  const tone = TONE.get(said.toLowerCase()) ?? (said === '' || digest ? toneOf(invoice.reminders) : undefined);
  const files = isByPhone(place.channel) ? [] : await payFiles(ctx, localeOf(ctx, contact));
  const mail = hasLetters(place.channel) ? way.address : '';
  const words = digest ? sent : tone ? wordsFor(ctx, invoice, contact, { tone, mail, files }) : said;
  const written = await writtenLast(ctx.tx, contact.id, invoice);
  const is = digestOf(ctx, invoice, { place, way, words, files, written });
  const leaving: Leaving = { contact, place, way, words, files, written, digest: is };
  // a program may have it shown; only its user sends it
  if (digest === undefined || ctx.key !== undefined) return preview(ctx, invoice, leaving, tone);
  if (digest !== is)
    return { ...(await preview(ctx, invoice, leaving, tone)), failed: true, text: t.invoice.changedSince };
  return send(ctx, invoice, leaving);
}

/** What was shown: other words, another number, day or sum, another recipient, a further reminder or what they wrote since are something else. */
function digestOf(
  { sha256 }: CommandContext,
  { id, number, dueOn, owedMinor, reminders }: Invoice,
  { place, way, words, files, written }: Omit<Leaving, 'contact' | 'digest'>,
): string {
  const to = [place.channel, place.address, place.thread];
  const what = {
    id,
    number,
    dueOn,
    owedMinor,
    reminders,
    to,
    way,
    words,
    refs: files.map(({ ref }) => ref),
    written: written?.id,
    wording: written?.text,
  };
  return Buffer.from(sha256(JSON.stringify(what)))
    .toString('hex')
    .slice(0, 12);
}

/** In the customer's language. */
function wordsFor(
  ctx: CommandContext,
  invoice: Invoice,
  contact: Contact,
  { tone, mail, files }: { tone: Tone; mail: string } & Pick<Leaving, 'files'>,
): string {
  const locale = localeOf(ctx, contact);
  const { reminder } = texts(locale);
  const { number, owedMinor, currency, dueOn } = invoice;
  const { days } = ageOf(dueOn, todayIn(ctx));
  const facts = {
    name: nameOf(contact),
    number,
    amount: formatMoney(owedMinor, currency, locale),
    due: formatFullDate(dueOn, locale),
  };
  const link = payLinkFor(ctx.settings, { ...facts, minor: owedMinor, currency, mail });
  return [
    reminder.hello(facts.name),
    days > 0
      ? reminder[tone === 'last' && invoice.reminders === 0 ? 'lastAlone' : tone](facts.number, facts.amount, facts.due)
      : reminder.notYet(facts.number, facts.amount, facts.due),
    ...howToPay(texts(locale), link, files),
    [reminder.end[tone], ctx.settings.businessName].filter(Boolean).join('\n'),
  ].join('\n\n');
}

/** By the link, by scanning what is attached, or both; [] where its owner has given neither. */
function howToPay({ reminder, inARow }: Texts, link: string | undefined, files: Leaving['files']): string[] {
  const names = inARow(files.map(({ name = '' }) => name));
  const scan = files.length === 0 ? [] : [link ? reminder.scan(names) : reminder.scanOnly(names)];
  return link || scan.length > 0 ? [[...(link ? [reminder.link(link)] : []), ...scan].join('\n')] : [];
}

async function preview(
  ctx: CommandContext,
  invoice: Invoice,
  leaving: Leaving,
  toned: Tone | undefined,
): Promise<Reply> {
  const { t } = ctx;
  const { contact, place, way, words, files, written, digest } = leaving;
  const line = `/invoice ${invoice.number} remind`;
  const others = TONES.filter((tone) => tone !== toned);
  return {
    title: t.invoice.reminderTo(nameOf(contact), invoice.reminders + 1),
    fields: [
      { label: t.quoteCard.goesTo, value: leavesTo(t, place, nameOf(contact), way) },
      ...(written
        ? [
            {
              label: t.invoice.wroteLast(nameOf(contact)),
              value: `${shown(ctx, written.at)} · ${truncate(written.text, WRITTEN_GRAPHEMES) || t.contact.file}`,
            },
          ]
        : []),
    ],
    quote: words,
    ...(files.length > 0 && { attachments: [...files] }),
    order: invoice.orderId,
    buttons: [
      [
        {
          label: t.quoteCard.sendNow,
          command: `${line} send ${digest} ${words}`,
          style: 'primary',
          ...goesTo(place, way),
        },
      ],
      others.map((tone) => ({ label: t.invoice.tone[tone], command: `${line} ${tone}` })),
    ],
    hint: t.invoice.orYourWords,
    rest: { before: `${line} `, after: '', need: 'text' },
  };
}

/** It leaves as an answer does, and is counted. */
async function send(ctx: CommandContext, invoice: Invoice, leaving: Leaving): Promise<Reply> {
  const { contact, place, way, words, files } = leaving;
  const answered = await answer(
    ctx,
    ctx.user,
    place,
    { text: words, attachments: [...files], receiptTo: ctx.place },
    { address: way.address, copies: way.copies },
  );
  const told = answeredReply(ctx.t, answered, nameOf(contact), place);
  if (answered.result !== 'queued') return told;
  await noteReminder(ctx.tx, invoice.id, answered.message.id, ctx.now);
  return {
    ...told,
    text: [ctx.t.invoice.reminded(invoice.number, invoice.reminders + 1), told.text].filter(Boolean).join('\n'),
  };
}
