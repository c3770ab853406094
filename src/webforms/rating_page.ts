import { createHash } from 'node:crypto';
import { takeVote } from '../domain/desk/ratings/voted.ts';
import { isAnswerable, type Rating, ratingAt, SCORES, type Score } from '../domain/serve/rating.ts';
import type { Settings } from '../domain/settings.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { cleanText } from '../text/normalise.ts';
import { texts } from '../text/texts.ts';
import type { WebFormHouse } from './house.ts';
import { alert, page, paragraph } from './page.ts';

/** As many letters as a rating's words may have. */
const MOST_WORDS = 1000;

const STYLE =
  '<style>fieldset{border:0;margin:0 0 1.2rem;padding:0}fieldset label{display:flex;gap:.8rem;align-items:center;padding:.7rem .4rem;border-bottom:1px solid #8885}input[type=radio]{width:1.3rem;height:1.3rem}textarea{box-sizing:border-box;font:inherit;padding:.5rem;width:100%}</style>';

const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

/** Asks for a score. Looking at it changes nothing: programs that check mails open every link. Undefined: nobody was asked there. */
export async function showRating(
  house: Pick<WebFormHouse, 'db' | 'clock'>,
  token: string,
  settings: Settings,
): Promise<Response | undefined> {
  const rating = await ratingAt(house.db.sql, hashOf(token));
  return rating && ratingPage(rating, settings, { now: house.clock() });
}

/** They have answered there; without a score they are asked for one. Answered twice it is one answer, within a day another takes its place. */
export async function answerRating(
  house: Pick<WebFormHouse, 'act'>,
  token: string,
  fields: ReadonlyMap<string, string>,
): Promise<Response | undefined> {
  return house.act(async (ctx) => {
    const rating = await ratingAt(ctx.tx, hashOf(token));
    if (!rating) return undefined;
    const words = [...cleanText(fields.get('words') ?? '').trim()].slice(0, MOST_WORDS).join('');
    const score = SCORES.find((one) => String(one) === fields.get('score'));
    if (!score)
      return ratingPage({ ...rating, words: words || rating.words }, ctx.settings, { now: ctx.now, missing: true });
    const { voted, rating: kept } = await takeVote(ctx, rating.id, { score, by: 'page', words, says: false });
    return ratingPage(kept ?? rating, ctx.settings, { now: ctx.now, ...(voted !== 'late' && { done: score }) });
  });
}

function ratingPage(
  rating: Rating,
  { locale: own, businessName }: Settings,
  { now, done, missing }: { now: Date; done?: Score; missing?: true },
): Response {
  const locale = rating.locale ?? own;
  const { rating: t } = texts(locale);
  const title = t.page.title(businessName);
  if (!isAnswerable(rating, now)) return page({ locale, title, body: paragraph(t.page.closed) });
  const said = done
    ? `<p role="status">${escapeHtml(`${t.page.done(done)} ${t.page.change}`)}</p>\n`
    : missing
      ? `${alert(t.page.choose)}\n`
      : '';
  const rows = [...SCORES].reverse().map((score) => {
    const on = score === (done ?? rating.score) ? ' checked' : '';
    return `<label><input type="radio" name="score" value="${score}" required${on}> ${score} · ${escapeHtml(t.scale[score])}</label>`;
  });
  const body = `${STYLE}${said}<form method="post">
<fieldset><legend hidden>${escapeHtml(title)}</legend>
${rows.join('\n')}</fieldset>
<p><label>${escapeHtml(t.page.words)}<br><textarea name="words" rows="4" maxlength="${MOST_WORDS}">${escapeHtml(rating.words)}</textarea></label></p>
<button type="submit">${escapeHtml(t.page.send)}</button>
</form>`;
  return page({ locale, title, body, ...(missing && { status: 422 }) });
}
