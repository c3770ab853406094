import type { Sql } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';
import { cleanName } from '../../../text/normalise.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Field } from '../../reply.ts';
import { type Consent, consentsOf, isProposed, type Mailbox, PURPOSES, type Purpose } from '../consent.ts';
import { refusalsOf, type Suppression } from '../suppression.ts';

/** What is known of one address: what was said there, and what stands against it. */
interface Place extends Mailbox {
  consents: Consent[];
  nos: Suppression[];
}

/** What somebody has said about what they get unasked, an address a line; that mail comes back stands with the address itself. */
export async function consentFields(ctx: Context, t: Texts, locale: Locale, contactId: string): Promise<Field[]> {
  const places = await placesOf(ctx, contactId);
  const dayOf = (at: Date) => formatDay(at, clockOf(ctx, locale));
  const files = await filesSaying(ctx.tx, places);
  const said = (no: Suppression) => t.consent.how(no.source, dayOf(no.at), files.get(no.source) ?? '');
  return places.flatMap((place) =>
    consentLines(t, place, { dayOf, said }).map((value) => ({ label: t.consent.label, value })),
  );
}

const FROM_FILE = 'import:';

/** What the imported files are called that say a no, by its source; a file is forgotten before what it says is. */
async function filesSaying(sql: Sql, places: readonly Place[]): Promise<Map<string, string>> {
  const sources = places.flatMap(({ nos }) => nos.map(({ source }) => source));
  const told = [...new Set(sources.filter((source) => source.startsWith(FROM_FILE)))];
  if (told.length === 0) return new Map();
  const rows = await sql<{ source: string; name: string | null }>`
    select ${FROM_FILE} || id as source, file ->> 'name' as name from imports where ${FROM_FILE} || id = any(${told})`;
  return new Map(rows.map(({ source, name }) => [source, cleanName(name ?? '')]));
}

async function placesOf(ctx: Context, contactId: string): Promise<Place[]> {
  const [consents, nos] = await Promise.all([consentsOf(ctx.tx, contactId), refusalsOf(ctx.tx, contactId, ctx.now)]);
  const places = new Map<string, Place>();
  const at = ({ channel, address }: Mailbox): Place => {
    const key = `${channel}\n${address}`;
    const known = places.get(key) ?? { channel, address, consents: [], nos: [] };
    places.set(key, known);
    return known;
  };
  for (const consent of consents) at(consent).consents.push(consent);
  for (const no of nos) if (no.reason !== 'bounced') at(no).nos.push(no);
  return [...places.values()];
}

/** What weighs most first: a report, then what was said no to, then what was agreed to. */
function consentLines(
  t: Texts,
  { channel, address: bare, consents, nos }: Place,
  { dayOf, said }: { dayOf: (at: Date) => string; said: (no: Suppression) => string },
): string[] {
  const { consent: words } = t;
  const address = /@|^\+/.test(bare) ? t.address(bare) : t.channel(channel);
  const named = (purposes: readonly Purpose[]) => words.list(purposes.map((one) => words.purpose[one]));
  const complained = nos.find(({ reason }) => reason === 'complained');
  if (complained) return [words.complained(address, dayOf(complained.at))];
  const refused = nos.filter(({ reason }) => reason === 'unsubscribed');
  const paused = nos.find(({ reason }) => reason === 'paused');
  const saidNo = (of: Suppression['saidBy']) =>
    PURPOSES.filter((p) => refused.some((no) => no.purpose === p && no.saidBy === of));
  const [theirs, ours] = [saidNo('person'), saidNo('user')];
  const given = consents.filter(
    (one) => one.confirmedAt && !one.withdrawnAt && !theirs.includes(one.purpose) && !ours.includes(one.purpose),
  );
  const asked = consents.some((one) => !one.confirmedAt && !one.withdrawnAt && !theirs.includes(one.purpose));
  const first = refused.find(({ saidBy }) => saidBy === 'person');
  const own = refused.find(({ saidBy }) => saidBy === 'user');
  return [
    ...(given.length > 0
      ? [agreedLine(words, address, named(given.map(({ purpose }) => purpose)), given[0]!, dayOf)]
      : []),
    ...(first ? [words.stopped(address, named(theirs), said(first))] : []),
    ...(own ? [words.yours(address, named(ours), dayOf(own.at))] : []),
    ...(nos.some(({ reason }) => reason === 'undecided') ? [words.undecided(address)] : []),
    ...(paused?.until ? [words.paused(address, dayOf(paused.until))] : []),
    ...(asked && given.length === 0 ? [words.asked(address)] : []),
  ];
}

const agreedLine = (
  words: Texts['consent'],
  address: string,
  what: string,
  { proof, source, confirmedAt }: Consent,
  dayOf: (at: Date) => string,
): string => {
  const how = isProposed(source) ? words.proposed : words.proof[proof];
  return words.agreed(address, what, how(dayOf(confirmedAt!)));
};
