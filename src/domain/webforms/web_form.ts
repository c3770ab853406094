import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import { connectionContext, createConnection, rotateSecret } from '../sell/connection.ts';
import type { WebFormField } from '../web_form_event.ts';
import { standingStamp } from './signature.ts';

/** Its name among the connections, and the first part of the source of its rows. */
export const WEB_FORM = 'form';

/** A form that the visitors of a website fill in. */
export interface WebForm {
  /** Of its connection. */
  id: string;
  /** The unguessable part of its address. */
  token: string;
  name: string;
  /** The language of the form. */
  locale: Locale;
  fields: WebFormField[];
  /** It has a box to tick for the newsletter. */
  newsletter: boolean;
  /** The hosts on which it may stand; none: any. */
  sites: string[];
  /** Where whoever has filled it in is sent; null: to a page of ours. */
  thanksUrl: string | null;
  /** What it carries on a website, where it says no time. */
  standing: string;
  lastEventAt: Date | null;
  /** How many things filled in are held back. */
  held: number;
}

const columns = (sql: Sql) => sql`
  f.id, c.token, f.name, f.locale, f.fields, f.newsletter, f.sites, f.thanks_url as "thanksUrl", f.standing,
  c.last_event_at as "lastEventAt",
  (select count(*)::int from held_forms h where h.form_id = f.id and h.released_at is null) as held`;

type Making = Pick<Context, 'tx' | 'now' | 'random' | 'seal'>;

/** A form with what most people ask for; it works as soon as this is committed. */
export async function createWebForm(
  { tx, random, seal }: Making,
  { name, locale }: Pick<WebForm, 'name' | 'locale'>,
): Promise<WebForm> {
  const [token, secret] = [random(), `${random()}${random()}`];
  const sealed = seal(secret, connectionContext(token));
  const { id } = await createConnection(tx, { provider: WEB_FORM, token, secret: sealed });
  await tx`
    insert into web_forms (id, name, locale, fields, standing)
    values (${id}, ${name}, ${locale}, ${['name', 'email']}::text[], ${standingStamp(secret, token)})`;
  return (await loadWebForm(tx, id))!;
}

/** The forms in use, oldest first. */
export async function listWebForms(sql: Sql): Promise<WebForm[]> {
  return sql<WebForm>`
    select ${columns(sql)} from web_forms f join connections c on c.id = f.id where c.disabled_at is null order by f.id`;
}

/** The form with this number, in use or not any more. */
export async function loadWebForm(sql: Sql, id: string): Promise<WebForm | undefined> {
  const [form] = await sql<WebForm>`
    select ${columns(sql)} from web_forms f join connections c on c.id = f.id where f.id = ${id}`;
  return form;
}

/** A form in use, with what signs it. */
export interface SealedWebForm extends WebForm {
  /** Sealed for `connectionContext(token)`: the secret, and the one before while it is still accepted. */
  sealed: Uint8Array[];
}

/** The form in use that has this token in its address. */
export async function webFormAt(sql: Sql, token: string, now: Date): Promise<SealedWebForm | undefined> {
  const [form] = await sql<WebForm & { secret: Uint8Array; previous: Uint8Array | null }>`
    select ${columns(sql)}, c.secret, case when c.previous_until > ${now} then c.previous_secret end as previous
    from web_forms f join connections c on c.id = f.id where c.token = ${token} and c.disabled_at is null`;
  if (!form) return undefined;
  const { secret, previous, ...rest } = form;
  return { ...rest, sealed: [secret, ...(previous ? [previous] : [])] };
}

export type WebFormChange = Partial<Pick<WebForm, 'name' | 'locale' | 'fields' | 'newsletter' | 'sites' | 'thanksUrl'>>;

/** Changes what is given. A form that stands on a website has to be put there anew. */
export async function changeWebForm(tx: Tx, form: WebForm, change: WebFormChange): Promise<WebForm> {
  const { name, locale, fields, newsletter, sites, thanksUrl } = { ...form, ...change };
  await tx`
    update web_forms set name = ${name}, locale = ${locale}, fields = ${fields}::text[], newsletter = ${newsletter},
      sites = ${sites}::text[], thanks_url = ${thanksUrl}
    where id = ${form.id}`;
  return (await loadWebForm(tx, form.id))!;
}

/** A new secret: forms that stand on websites are accepted for another day, and then held back. */
export async function rotateWebForm({ tx, random, seal, now }: Making, form: WebForm): Promise<WebForm> {
  const secret = `${random()}${random()}`;
  const { id, token } = form;
  await rotateSecret(tx, { id, token, provider: WEB_FORM }, seal(secret, connectionContext(token)), now);
  await tx`update web_forms set standing = ${standingStamp(secret, token)} where id = ${id}`;
  return (await loadWebForm(tx, id))!;
}
