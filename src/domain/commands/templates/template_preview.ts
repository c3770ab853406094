import { truncate } from '../../../text/truncate.ts';
import type { Attachment } from '../../attachment.ts';
import type { Filter } from '../../people/filter/filter.ts';
import { idsMatching } from '../../people/matching.ts';
import { nameOf } from '../../people/name.ts';
import { EMAIL } from '../../people/sign.ts';
import { failed, type List, type Reply } from '../../reply.ts';
import { personData } from '../../templates/person_data.ts';
import type { Template } from '../../templates/template.ts';
import { type Tried, telling, tryOut } from '../../templates/try_out.ts';
import type { CommandContext } from '../command.ts';
import { nobodyFits } from '../people/filtered.ts';
import { readPeople } from '../people/people_meant.ts';
import { compiled, faultReply } from './template_shown.ts';

/** So many people are looked at, those seen last. */
const LOOKED_AT = 200;
const SHOWN = 3;
const TEXT_GRAPHEMES = 900;
const MOST_MISSING = 8;
/** Where it leads is made for each mail that is sent. */
const SAMPLE_WAY = 'https://example.com/u/preview';

/** What three real people would get, as text and as a page to open, and how many lack something that it says. Nothing is sent. */
export async function preview(ctx: CommandContext, one: Template, words: string): Promise<Reply> {
  const made = await compiled(ctx, one.variants);
  if (!('render' in made)) return faultReply(ctx, made);
  const read = words
    ? await readPeople(ctx, words.replace(/\s+/gu, ' '), (more) => `/template preview m${one.id} ${more}`)
    : { filter: REACHED };
  if ('ask' in read) return read.ask;
  const ids = await idsMatching(ctx.tx, read.filter, ctx.now, LOOKED_AT);
  if (ids.length === 0) return nobodyFits(ctx, read.filter);
  const people = await personData(ctx.tx, ids, ctx.now, ctx.settings);
  for (const data of people.values()) data.unsubscribe_url = SAMPLE_WAY;
  // in the order in which they were found
  const tried = await tryOut(made, new Map(ids.flatMap((id) => (people.has(id) ? [[id, people.get(id)!]] : []))));
  const shown = telling(tried, SHOWN);
  const { t } = ctx;
  const lacking = tried.missing.slice(0, MOST_MISSING).map(([name, count]) => t.template.lack(name, count));
  const nobody = tried.all.every(({ mail }) => 'missing' in mail);
  return {
    ...(nobody ? failed(t.template.noneCould) : { title: t.template.previewOf(one.name, tried.all.length) }),
    ...(lacking.length > 0 && { fields: [{ label: t.template.missing, value: lacking.join('\n') }] }),
    lists: await Promise.all(shown.map((each) => letterOf(ctx, each))),
    attachments: await pages(ctx, one, shown),
    hint: t.template.nothingSent,
  };
}

/** Whoever has a mail address. */
const REACHED: Filter = { any: [[{ not: false, test: { kind: 'reach', channel: EMAIL } }]] };

async function letterOf({ t, tx }: CommandContext, { contactId, locale, mail }: Tried): Promise<List> {
  const [contact] = await tx<{ id: string; name: string }>`select id, name from contacts where id = ${contactId}`;
  const title = `${nameOf(contact!)} · ${t.language.name[locale]}`;
  if ('missing' in mail) return { title, items: [{ text: t.template.wouldNot(mail.missing) }] };
  return { title, items: [{ text: mail.subject, detail: truncate(mail.text, TEXT_GRAPHEMES) }] };
}

async function pages(ctx: CommandContext, { name }: Template, shown: readonly Tried[]): Promise<Attachment[]> {
  const all: Attachment[] = [];
  for (const { contactId, mail } of shown) {
    if ('missing' in mail) continue;
    const bytes = Buffer.from(mail.html);
    const file = {
      kind: 'document' as const,
      name: `${name}-c${contactId}.html`,
      type: 'text/html',
      bytes: bytes.length,
    };
    all.push({ ...file, ref: await ctx.keepFile(bytes) });
  }
  return all;
}
