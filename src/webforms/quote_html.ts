import { quoteWords } from '../domain/sell/quote/document.ts';
import { shownNumber } from '../domain/sell/quote/number.ts';
import { type Quote, type Standing, standingOf, todayOf } from '../domain/sell/quote/quote.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { formatMoney } from '../text/money/money.ts';
import { type Texts, texts } from '../text/texts.ts';
import { formatStamp } from '../text/when/format_when.ts';
import { alert, page } from './page.ts';

/** What of it is typed or said, and how it is answered. */
export interface QuoteView {
  /** Of the page itself. */
  path: string;
  now: Date;
  timezone: string;
  /** What was wrong with what was sent, or became of it. */
  alert?: string;
  said?: string;
  status?: number;
  /** How what was accepted is paid, as long as something of it is due. */
  pay?: PayView | undefined;
  /** What was typed and is still there. */
  given?: { name?: string; question?: string; reason?: string };
}

/** What is due, the link by which it is paid, and pictures to be scanned, by their place among them. */
export interface PayView {
  amount: string;
  link?: string | undefined;
  pictures: readonly string[];
}

const STYLE =
  'table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;padding:.4rem .3rem;border-bottom:1px solid #8885;vertical-align:top}td+td,th+th{text-align:right;white-space:nowrap}dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:1rem 0}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}td:first-child,.text{overflow-wrap:anywhere;white-space:pre-line}.sums td{border:0;padding:.15rem .3rem}.sums tr.all{font-weight:700;font-size:1.15rem}.pay{border:1px solid #8885;margin:1rem 0;padding:.2rem .8rem}.pay a{font-weight:700}figure{margin:.8rem 0}figure img{max-width:min(100%,18rem);height:auto}h2{font-size:1.1rem;margin:1.2rem 0 .3rem}h2+p{margin:0}.small{opacity:.7;font-size:.85rem;margin:.1rem 0}table.lines td+td{padding-left:.8rem}fieldset{border:1px solid #8885;margin:1.2rem 0;padding:.8rem}input[type=text],textarea{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.2rem 0 .6rem}label{display:block}summary{cursor:pointer;margin:.8rem 0}@media(max-width:36rem){.lines thead{display:none}.lines tr{display:grid;grid-template-columns:auto auto 1fr;border-bottom:1px solid #8885;padding:.4rem 0}.lines td{border:0;padding:0 .3rem}.lines td:first-child{grid-column:1/-1}table.lines td+td{padding-left:.3rem}.lines td:nth-child(3)::before{content:"× "}}';

/** A quote as its customer sees it. Looking at it changes nothing that binds anybody. */
export function quotePage(quote: Quote, view: QuoteView): Response {
  const { locale, head, currency } = quote.content;
  const { quotePage: t } = texts(locale);
  const number = shownNumber(quote);
  const standing = standingOf(quote, todayOf(view.now, view.timezone));
  const total = formatMoney(quote.totalMinor, currency, locale);
  const title = t.title(number, head.name);
  const told = [
    ...(view.alert ? [alert(view.alert)] : []),
    ...(view.said ? [`<p role="status">${escapeHtml(view.said)}</p>`] : []),
    ...standingLines(quote, standing, view),
  ];
  if (standing === 'replaced' || standing === 'revoked')
    return page({ locale, title, body: told.join('\n'), status: 410, style: STYLE });
  const body = [
    ...told,
    ...(standing === 'accepted' && view.pay ? [payPart(t, view.pay, view.path)] : []),
    document(quote, number),
    `<p><a href="${escapeHtml(`${view.path}/pdf`)}">${escapeHtml(t.pdf)}</a></p>`,
    ...(standing === 'sent' ? [acceptForm(t, { number, total, given: view.given })] : []),
    ...(standing === 'accepted' ? [] : [askForm(t, view.given?.question ?? '')]),
    ...(standing === 'sent' ? [declineForm(t, view.given?.reason ?? '')] : []),
  ].join('\n');
  return page({ locale, title, body, status: view.status ?? 200, style: STYLE, pictures: true });
}

type Words = Texts['quotePage'];

/** A link that is followed, and pictures that a phone scans: nothing of it is loaded from elsewhere. */
function payPart(t: Words, { amount, link, pictures }: PayView, path: string): string {
  const scanned = pictures.map((name, nth) => {
    const src = escapeHtml(`${path}/pay/${nth}`);
    return `<figure><img src="${src}" alt="${escapeHtml(name)}"><figcaption>${escapeHtml(t.scan(name))}</figcaption></figure>`;
  });
  return [
    `<section class="pay"><h2>${escapeHtml(t.due(amount))}</h2>`,
    ...(link
      ? [`<p><a href="${escapeHtml(link)}" rel="noopener noreferrer">${escapeHtml(t.pay(amount))}</a></p>`]
      : []),
    ...scanned,
    '</section>',
  ].join('\n');
}

function standingLines(quote: Quote, standing: Standing, { timezone }: QuoteView): string[] {
  const { locale } = quote.content;
  const { quotePage: t } = texts(locale);
  const status = (text: string) => `<p role="status">${escapeHtml(text)}</p>`;
  if (standing === 'expired') return [alert(t.expired(quote.validUntil!))];
  if (standing === 'replaced') return [alert(t.replaced)];
  if (standing === 'revoked') return [alert(t.revoked)];
  if (standing === 'declined') return [status(t.declined)];
  const { decided, decidedAt } = quote;
  if (standing !== 'accepted' || !decidedAt) return [];
  return [status(t.accepted(decided?.name ?? '', formatStamp(decidedAt, timezone)))];
}

/** Whether what it comes to may have been rounded: else nothing need be said of that. */
const isRounded = ({ lines, tax, sums }: Quote['content']): boolean =>
  tax !== null || sums.discount !== '0' || lines.some(({ quantity, off }) => off || quantity.includes('.'));

/** The same words and figures as on its PDF. On a phone each line has its item above its figures. */
function document(quote: Quote, number: string): string {
  const { content } = quote;
  const { quotePage: t } = texts(content.locale);
  const words = quoteWords(content, number);
  const facts = [words.to, ...words.facts]
    .map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  const { item, quantity, price, sum } = words.columns;
  const cells = (tag: string, all: string[]) => all.map((one) => `<${tag}>${escapeHtml(one)}</${tag}>`).join('');
  const rows = words.rows.map((row) => `<tr>${cells('td', [row.item, row.quantity, row.price, row.sum])}</tr>`);
  const sums = words.sums.map(
    ({ label, value, strong }) => `<tr${strong ? ' class="all"' : ''}>${cells('td', [label, value])}</tr>`,
  );
  const sections = words.sections.map(
    ({ title, text }) => `<h2>${escapeHtml(title)}</h2><p class="text">${escapeHtml(text)}</p>`,
  );
  return [
    ...words.head.map((line) => `<p class="small">${escapeHtml(line)}</p>`),
    `<dl>${facts}</dl>`,
    `<table class="lines"><thead><tr>${cells('th', [item, quantity, price, sum])}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<table class="sums"><tbody>${sums.join('')}</tbody></table>`,
    ...(isRounded(content) ? [`<p class="small">${escapeHtml(t.rounding)}</p>`] : []),
    ...sections,
  ].join('\n');
}

const submit = (act: string, label: string): string =>
  `<button type="submit" name="act" value="${act}">${escapeHtml(label)}</button>`;

function acceptForm(
  t: Words,
  { number, total, given = {} }: { number: string; total: string; given: QuoteView['given'] },
): string {
  return `<form method="post"><fieldset><legend>${escapeHtml(t.accept)}</legend>
<label>${escapeHtml(t.name)}<input type="text" name="name" maxlength="200" autocomplete="name" required value="${escapeHtml(given.name ?? '')}"></label>
<label><input type="checkbox" name="agree" value="yes" required> ${escapeHtml(t.agree(number, total))}</label>
<p>${submit('accept', t.acceptButton)}</p></fieldset></form>`;
}

const askForm = (t: Words, given: string): string =>
  `<details${given ? ' open' : ''}><summary>${escapeHtml(t.ask)}</summary><form method="post"><label>${escapeHtml(t.question)}<textarea name="question" rows="4" maxlength="4000" required>${escapeHtml(given)}</textarea></label>${submit('ask', t.askButton)}</form></details>`;

const declineForm = (t: Words, given: string): string =>
  `<details><summary>${escapeHtml(t.decline)}</summary><form method="post"><label>${escapeHtml(t.reason)}<textarea name="reason" rows="2" maxlength="1000">${escapeHtml(given)}</textarea></label>${submit('decline', t.declineButton)}</form></details>`;
