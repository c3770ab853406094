import { HTTPException } from 'hono/http-exception';
import { readClickToken } from '../domain/campaigns/clicks/link.ts';
import { type LinkedTo, readPreferencesToken } from '../domain/people/preferences/link.ts';
import { isSourceCode } from '../domain/people/source/source.ts';
import { loadSettings, type Settings } from '../domain/settings.ts';
import { CAME_BY } from '../domain/webforms/markup.ts';
import { type SealedWebForm, webFormAt } from '../domain/webforms/web_form.ts';
import { isDatabaseAway } from '../http/away.ts';
import { readBody } from '../http/body.ts';
import { type Texts, texts } from '../text/texts.ts';
import { readFormBody, saysOneClick } from './body.ts';
import { followClick, followVisit } from './click.ts';
import { answerConsent, showConsent } from './consent_page.ts';
import { formPage, thanksPage } from './form_page.ts';
import { type FormPace, triesOut, type WebFormHouse } from './house.ts';
import { alert, page } from './page.ts';
import { changePreferences, showPreferences } from './preferences_page.ts';
import { answerQuote, payPicture, quoteFile, showQuote } from './quote_page.ts';
import { answerRating, showRating } from './rating_page.ts';
import { receiveForm } from './receive.ts';

/** A button's press holds no more. */
const MAX_ANSWER_BYTES = 4 * 1024;
/** A thousand letters, each of up to twelve bytes as a browser sends them. */
const MAX_RATING_BYTES = 16 * 1024;

/** A request to one of our pages for visitors, by the token in its address. */
export interface Visit {
  token: string;
  request: Request;
  /** The address of the network it comes from; '' if it is not known. */
  address: string;
}

/** `came`: the code of the link of a post by which the visitor came. */
export const showForm = (house: WebFormHouse, token: string, came = ''): Promise<Response> =>
  onForm(house, token, (form, { businessName }) =>
    formPage(house, form, { business: businessName, ...(isSourceCode(came) && { given: { [CAME_BY]: came } }) }),
  );

export const showThanks = (house: WebFormHouse, token: string): Promise<Response> =>
  onForm(house, token, (form) => thanksPage(form));

export const takeForm = (house: WebFormHouse, pace: FormPace, { token, ...visit }: Visit): Promise<Response> =>
  onForm(house, token, (form, { businessName }) =>
    receiveForm(house, pace, { form, ...visit, business: businessName }),
  );

export const showAsked = (house: WebFormHouse, token: string): Promise<Response> =>
  forPeople(house, async (settings) => {
    const shown = await showConsent(house, token, settings.businessName);
    return shown ?? gone(settings, ({ confirm }) => confirm.gone);
  });

export const takeAnswer = (house: WebFormHouse, { token, request, address }: Visit): Promise<Response> =>
  forPeople(house, async (settings) => {
    const raw = await readBody(request, MAX_ANSWER_BYTES);
    const body = await readFormBody(raw, request.headers.get('content-type') ?? '');
    const act = body?.fields.get('act') ?? '';
    const shown = await answerConsent(house, { token, act, address }, settings.businessName);
    return shown ?? gone(settings, ({ confirm }) => confirm.gone);
  });

export const showLinked = (house: WebFormHouse, pace: FormPace, visit: Visit): Promise<Response> =>
  onLink(house, pace, visit, (linked, settings) => showPreferences(house, linked, settings));

export const takeChange = (house: WebFormHouse, pace: FormPace, visit: Visit): Promise<Response> =>
  onLink(house, pace, visit, async (linked, { locale, businessName }) => {
    const { token, request, address } = visit;
    const { refused } = pace.ofLink(token);
    const raw = await readBody(request, MAX_ANSWER_BYTES);
    const isOneClick = saysOneClick(raw);
    // the mail program's button counts however often others have pressed it: said again it changes nothing
    if (refused && !isOneClick)
      return page({ locale, title: businessName, body: alert(texts(locale).preferences.often), status: 429 });
    const body = await readFormBody(raw, request.headers.get('content-type') ?? '');
    return changePreferences(house, linked, { fields: body?.fields ?? new Map(), isOneClick, address });
  });

/** The page on which somebody says how they found it that their ticket was resolved. */
export const showRated = (house: WebFormHouse, pace: FormPace, { token, address }: Visit): Promise<Response> =>
  forPeople(house, async (settings) => (await showRating(house, token, settings)) ?? noRating(settings, pace, address));

export const takeRated = (house: WebFormHouse, pace: FormPace, { token, request, address }: Visit): Promise<Response> =>
  forPeople(house, async (settings) => {
    const { locale, businessName } = settings;
    if (pace.ofLink(token).refused)
      return page({ locale, title: businessName, body: alert(texts(locale).preferences.often), status: 429 });
    const raw = await readBody(request, MAX_RATING_BYTES);
    const body = await readFormBody(raw, request.headers.get('content-type') ?? '');
    const shown = await answerRating(house, token, body?.fields ?? new Map());
    return shown ?? noRating(settings, pace, address);
  });

function noRating({ locale, businessName }: Settings, pace: FormPace, address: string): Response {
  const status = triesOut(pace, address) ? 429 : 404;
  return page({ locale, title: businessName, body: alert(texts(locale).rating.page.gone), status });
}

/** A link of a campaign leads where it is stored to lead. */
export const followLink = (
  house: WebFormHouse,
  pace: FormPace,
  { token, request, address }: Visit,
): Promise<Response> =>
  forPeople(house, async (settings) => {
    const link = readClickToken(house.linkKey, token);
    const led = link && (await followClick(house, link, request));
    return led ?? noLink(settings, link ? undefined : pace, address);
  });

/** A link of a post leads where it is stored to lead. */
export const followPostLink = (
  house: WebFormHouse,
  pace: FormPace,
  { token, request, address }: Visit,
): Promise<Response> =>
  forPeople(house, async (settings) => {
    const led = isSourceCode(token) ? await followVisit(house, pace, { code: token, request, address }) : undefined;
    return led ?? noLink(settings, pace, address);
  });

/** The page of a quote, or its PDF. */
export const showQuoteAt = (house: WebFormHouse, pace: FormPace, visit: Visit): Promise<Response> =>
  forPeople(house, async (settings) => {
    const shown = await showQuote(house, visit, settings);
    return shown ?? noQuote(settings, pace, visit.address);
  });

export const takeDecision = (house: WebFormHouse, pace: FormPace, visit: Visit): Promise<Response> =>
  forPeople(house, async (settings) => {
    const shown = await answerQuote(house, pace, visit, settings);
    return shown ?? noQuote(settings, pace, visit.address);
  });

export const showQuoteFile = (house: WebFormHouse, pace: FormPace, { token, address }: Visit): Promise<Response> =>
  forPeople(house, async (settings) => {
    const file = await quoteFile(house, token);
    return file ?? noQuote(settings, pace, address);
  });

export const showPayPicture = (
  house: WebFormHouse,
  pace: FormPace,
  visit: Visit & { nth: number },
): Promise<Response> =>
  forPeople(house, async (settings) => {
    const picture = await payPicture(house, visit, settings);
    return picture ?? noQuote(settings, pace, visit.address);
  });

function noQuote({ locale, businessName }: Settings, pace: FormPace, address: string): Response {
  const status = triesOut(pace, address) ? 429 : 404;
  return page({ locale, title: businessName, body: alert(texts(locale).quotePage.gone), status });
}

/** A link that is none of ours, or leads nowhere any more; whoever tries out many is told to come again. */
function noLink({ locale, businessName }: Settings, pace: FormPace | undefined, address: string): Response {
  const status = pace && triesOut(pace, address) ? 429 : 404;
  return page({ locale, title: businessName, body: alert(texts(locale).preferences.gone), status });
}

/** What is done with a link of ours to what somebody gets; whoever tries out many that are none is told to come again. */
function onLink(
  house: WebFormHouse,
  pace: FormPace,
  { token, address }: Visit,
  work: (linked: LinkedTo, settings: Settings) => Promise<Response>,
): Promise<Response> {
  const linked = readPreferencesToken(house.linkKey, token);
  return forPeople(house, async (settings) => {
    if (linked) return work(linked, settings);
    return noLink(settings, pace, address);
  });
}

/** What is done with the form in use that has this token. */
function onForm(
  house: WebFormHouse,
  token: string,
  work: (form: SealedWebForm, settings: Settings) => Response | Promise<Response>,
): Promise<Response> {
  return forPeople(house, async (settings) => {
    const form = await webFormAt(house.db.sql, token, house.clock());
    return form ? work(form, settings) : gone(settings, (t) => t.gone);
  });
}

type Words = Texts['webForm'];

const gone = ({ locale, businessName }: Settings, say: (t: Words) => string): Response =>
  page({ locale, title: businessName, body: alert(say(texts(locale).webForm)), status: 404 });

/** Whoever reads a page is a person: what goes wrong is said in words, and that theirs are not lost. */
async function forPeople(house: WebFormHouse, work: (settings: Settings) => Promise<Response>): Promise<Response> {
  const { defaults } = house;
  let settings = defaults;
  try {
    settings = await loadSettings(house.db.sql, defaults);
    return await work(settings);
  } catch (error) {
    const said = saidOf(error, texts(settings.locale).webForm);
    if (!said) throw error;
    return page({
      locale: settings.locale,
      title: settings.businessName,
      body: alert(said.words),
      status: said.status,
    });
  }
}

function saidOf(error: unknown, t: Words): { words: string; status: number } | undefined {
  if (isDatabaseAway(error)) return { words: t.away, status: 503 };
  if (!(error instanceof HTTPException)) return undefined;
  if (error.status === 413) return { words: t.tooLarge, status: 413 };
  return error.status === 503 ? { words: t.away, status: 503 } : { words: t.unreadable, status: 400 };
}
