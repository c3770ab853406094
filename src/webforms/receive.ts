import { createHash } from 'node:crypto';
import type { SpamSign } from '../domain/web_form_event.ts';
import { CAME_BY, type Given } from '../domain/webforms/markup.ts';
import { type SealedWebForm, WEB_FORM } from '../domain/webforms/web_form.ts';
import { readBody } from '../http/body.ts';
import { texts } from '../text/texts.ts';
import { type FormBody, readFormBody } from './body.ts';
import { filledIn, wrongIn } from './filled.ts';
import { formPage, secretsOf } from './form_page.ts';
import { comesOften, type FormPace, isWrongOften, type WebFormHouse } from './house.ts';
import { pageOf, spamSign } from './judge.ts';
import { shortened } from './network.ts';
import { page } from './page.ts';

/** A message of ten thousand characters, each of them nine bytes long, fits. */
const MAX_BYTES = 128 * 1024;

export interface Sent {
  form: SealedWebForm;
  request: Request;
  /** The address of the network it comes from. */
  address: string;
  business: string;
}

/** Looks at what a visitor has sent, stores it, and only then thanks them. What looks like spam is stored too. */
export async function receiveForm(house: WebFormHouse, pace: FormPace, sent: Sent): Promise<Response> {
  const { form, request, address, business } = sent;
  const { webForm: t } = texts(form.locale);
  const contentType = request.headers.get('content-type') ?? '';
  const raw = await readBody(request, MAX_BYTES);
  const body = await readFormBody(raw, contentType);
  if (!body)
    return page({ locale: form.locale, title: form.name, body: `<p role="alert">${t.unreadable}</p>`, status: 400 });
  const filled = filledIn(body);
  const given = givenOf(filled);
  const wrong = wrongIn(filled, form.fields);
  if (wrong.length > 0)
    return formPage(house, form, {
      ...{ business, given },
      ...(isWrongOften(pace, form.id, address) ? { often: true } : { wrong }),
    });
  const tooMany = comesOften(pace, form.id, address) || pace.ofAll(form.id).refused;
  if (tooMany) return formPage(house, form, { business, often: true, given });
  const spam = judge(house, sent, body, pace.ofForm(form.id).refused);
  await store(house, sent, { raw, body, contentType, spam });
  return thankful(house, form);
}

function judge(house: WebFormHouse, { form, request }: Sent, body: FormBody, isFlood: boolean): SpamSign | undefined {
  return spamSign({
    ...{ body, isFlood, token: form.token, sites: form.sites, secrets: secretsOf(house, form) },
    host: pageOf(request.headers).host,
    ownHost: new URL(house.publicUrl).hostname,
    now: house.clock(),
  });
}

interface Stored {
  raw: Uint8Array;
  body: FormBody;
  contentType: string;
  spam: SpamSign | undefined;
}

async function store(
  { receiver, clock }: WebFormHouse,
  { form, request, address }: Sent,
  { raw, body, contentType, spam }: Stored,
): Promise<void> {
  const source = `${WEB_FORM}:${form.id}`;
  // what one network sends twice in a day is one message: a second press, a page that is loaded again
  const day = clock().toISOString().slice(0, 10);
  const said = hashOf(JSON.stringify([filledIn(body), address, day]));
  await receiver.receive({
    source,
    // whoever was taken for a program and sends it once more is heard
    externalId: spam ? hashOf(`held ${said}`) : said,
    lane: source,
    headers: {
      'content-type': contentType,
      page: pageOf(request.headers).page,
      from: shortened(address),
      said,
      ...(spam && { spam }),
    },
    body: raw,
  });
}

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64url');

/** Loaded again, the page that follows sends nothing. */
function thankful({ publicUrl }: WebFormHouse, { token, thanksUrl }: SealedWebForm): Response {
  const location = thanksUrl ?? `${publicUrl}/f/${token}/thanks`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

const givenOf = ({ values, message, newsletter, cameBy }: ReturnType<typeof filledIn>): Given => ({
  ...values,
  message,
  ...(newsletter && { newsletter: 'yes' }),
  ...(cameBy && { [CAME_BY]: cameBy }),
});
