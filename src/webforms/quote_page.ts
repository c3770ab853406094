import { acceptQuote, declineQuote } from '../domain/on/quotes/decide.ts';
import { askAboutQuote, noteOpened } from '../domain/on/quotes/visited.ts';
import { payableOf } from '../domain/sell/invoice/invoice.ts';
import { payLinkFor } from '../domain/sell/invoice/pay_link.ts';
import { payPicturesOf, pictureName, pictureType } from '../domain/sell/invoice/pay_picture.ts';
import { quoteAt } from '../domain/sell/quote/link.ts';
import { shownNumber } from '../domain/sell/quote/number.ts';
import { loadQuote, type Quote } from '../domain/sell/quote/quote.ts';
import type { Settings } from '../domain/settings.ts';
import { FileRefused } from '../files/fault.ts';
import { readBody } from '../http/body.ts';
import { head } from '../text/cut.ts';
import { formatMoney } from '../text/money/money.ts';
import { cleanText } from '../text/normalise.ts';
import { texts } from '../text/texts.ts';
import { readFormBody } from './body.ts';
import type { FormPace, WebFormHouse } from './house.ts';
import { isProgram } from './program.ts';
import { type QuoteView, quotePage } from './quote_html.ts';

/** A question of four thousand characters, each of them nine bytes long, fits. */
const MAX_BYTES = 48 * 1024;
const LONGEST = { name: 200, question: 4000, reason: 1000 } as const;
const LONGEST_AGENT = 300;

/** A request to the page of the quote that its token opens. */
interface QuoteVisit {
  token: string;
  request: Request;
  address: string;
}

/** The quote. Its first opening by somebody is noted; a program that follows every link is nobody. Undefined: the token opens none. */
export async function showQuote(
  house: WebFormHouse,
  { token, request }: QuoteVisit,
  settings: Settings,
): Promise<Response | undefined> {
  const { sql } = house.db;
  const id = await quoteAt(sql, token);
  const quote = id && (await loadQuote(sql, id));
  if (!quote) return undefined;
  if (quote.state === 'sent' && !quote.openedAt && !isProgram(request))
    await house.act((ctx) => noteOpened(ctx, quote.id));
  return shown(house, quote, viewOf(house, token, settings), settings);
}

/** What is due of what was accepted is told with it, and how it is paid. */
async function shown(house: WebFormHouse, quote: Quote, view: QuoteView, settings: Settings): Promise<Response> {
  const due = quote.orderId === null ? undefined : await payableOf(house.db.sql, quote.orderId);
  if (!due) return quotePage(quote, view);
  const { locale, to } = quote.content;
  const link = payLinkFor(settings, { ...due, name: to, mail: '' });
  const pictures = payPicturesOf(settings).map(({ name }) => pictureName(locale, name));
  const pay = { amount: formatMoney(due.minor, due.currency, locale), link, pictures };
  return quotePage(quote, link || pictures.length > 0 ? { ...view, pay } : view);
}

/** A picture by which it is paid, as its page shows it: by its place among them, while something is due. */
export async function payPicture(
  house: WebFormHouse,
  { token, nth }: { token: string; nth: number },
  settings: Settings,
): Promise<Response | undefined> {
  const id = await quoteAt(house.db.sql, token);
  const quote = id ? await loadQuote(house.db.sql, id) : undefined;
  const ref = payPicturesOf(settings)[nth]?.ref;
  if (!ref || quote?.state !== 'accepted' || quote.orderId === null) return undefined;
  if (!(await payableOf(house.db.sql, quote.orderId))) return undefined;
  const bytes = await bytesOf(house, ref);
  const type = bytes && pictureType(bytes);
  if (!type) return undefined;
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, ...PRIVATE } });
}

/** Undefined: it is not there any more. */
const bytesOf = (house: WebFormHouse, ref: string) =>
  house
    .act((ctx) => ctx.readFile(ref))
    .catch((error: unknown) => {
      if (error instanceof FileRefused) return undefined;
      throw error;
    });

const PRIVATE = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** Its customer accepts, declines or asks: only a form that was sent does, never an address that was opened. */
export async function answerQuote(
  house: WebFormHouse,
  pace: FormPace,
  { token, request, address }: QuoteVisit,
  settings: Settings,
): Promise<Response | undefined> {
  const id = await quoteAt(house.db.sql, token);
  const quote = id && (await loadQuote(house.db.sql, id));
  if (!quote) return undefined;
  const view = viewOf(house, token, settings);
  const { quotePage: t } = texts(quote.content.locale);
  if (pace.ofLink(token).refused) return quotePage(quote, { ...view, alert: t.often, status: 429 });
  const body = await readFormBody(await readBody(request, MAX_BYTES), request.headers.get('content-type') ?? '');
  const field = (name: keyof typeof LONGEST) => head(cleanText(body?.fields.get(name) ?? '').trim(), LONGEST[name]);
  const by = { address, agent: head(cleanText(request.headers.get('user-agent') ?? ''), LONGEST_AGENT) };
  const act = body?.fields.get('act');
  if (act === 'ask') return asked(house, pace, quote, { view, question: field('question') });
  if (act === 'decline') {
    const reason = field('reason');
    return again(house, await house.act((ctx) => declineQuote(ctx, quote.id, { reason, ...by })), view, settings);
  }
  const name = field('name');
  const isSure = act === 'accept' && body?.fields.get('agree') === 'yes' && /\p{L}/u.test(name);
  if (!isSure) return quotePage(quote, { ...view, alert: t.wrong, status: 422, given: { name } });
  return again(house, await house.act((ctx) => acceptQuote(ctx, quote.id, { name, ...by })), view, settings);
}

/** Its PDF, as it was sent. */
export async function quoteFile(house: WebFormHouse, token: string): Promise<Response | undefined> {
  const id = await quoteAt(house.db.sql, token);
  const quote = id ? await loadQuote(house.db.sql, id) : undefined;
  if (!quote?.pdf || quote.state === 'replaced' || quote.state === 'revoked') return undefined;
  const bytes = await bytesOf(house, quote.pdf);
  if (!bytes) return undefined;
  const name = encodeURIComponent(texts(quote.content.locale).quoteDoc.fileName(shownNumber(quote)));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="quote.pdf"; filename*=UTF-8''${name}`,
      ...PRIVATE,
    },
  });
}

async function asked(
  house: WebFormHouse,
  pace: FormPace,
  quote: Quote,
  { view, question }: { view: QuoteView; question: string },
): Promise<Response> {
  const { quotePage: t } = texts(quote.content.locale);
  if (question === '') return quotePage(quote, { ...view, alert: t.noQuestion, status: 422 });
  if (pace.ofQuestion(quote.id).refused)
    return quotePage(quote, { ...view, alert: t.often, status: 429, given: { question } });
  await house.act((ctx) => askAboutQuote(ctx, quote.id, question));
  return quotePage(quote, { ...view, said: t.asked });
}

const again = async (
  house: WebFormHouse,
  quote: Quote | undefined,
  view: QuoteView,
  settings: Settings,
): Promise<Response | undefined> => quote && shown(house, quote, view, settings);

const viewOf = ({ clock }: WebFormHouse, token: string, { timezone }: Settings): QuoteView => ({
  ...{ path: `/q/${token}`, now: clock(), timezone },
});
