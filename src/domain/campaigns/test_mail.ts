import type { BulkMail, BulkResult } from '../../outbox/bulk.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { type Context, localeOf } from '../context.ts';
import { sayAt } from '../owner/say.ts';
import { loadFields } from '../people/fields/field.ts';
import { fieldNames, personData } from '../templates/person_data.ts';
import { sampleData } from '../templates/sample.ts';
import { audienceOf, someOf } from './audience.ts';
import { type Campaign, loadCampaign } from './campaign.ts';
import { fillMail } from './mails.ts';
import { wordsOf } from './words.ts';

/** A campaign that a user wants to see in their own mailbox first, and the mail; or why there is none. */
export interface TestMail {
  campaign: Campaign;
  to: string;
  mail: BulkMail | { missing: string };
}

/** The next test that is to be sent on a channel, as the first of its people would read it. */
export async function nextTest(ctx: Context, channel: string, from: string): Promise<TestMail | undefined> {
  const [waiting] = await ctx.tx<{ id: string }>`
    select id from campaigns where test_to is not null and channel = ${channel} order by id limit 1 for update skip locked`;
  const campaign = waiting && (await loadCampaign(ctx.tx, waiting.id));
  if (!campaign?.testTo) return undefined;
  return { campaign, to: campaign.testTo, mail: await compose(ctx, campaign, campaign.testTo, from) };
}

async function compose(ctx: Context, campaign: Campaign, to: string, from: string): Promise<TestMail['mail']> {
  const audience = await audienceOf(ctx, campaign);
  const [person] = 'filter' in audience ? await someOf(ctx, audience, { most: 1 }) : [];
  const compiled = await wordsOf(ctx, campaign);
  if (!('render' in compiled)) return { missing: compiled.where.name };
  const data = await personData(ctx.tx, person ? [person.contactId] : [], ctx.now, ctx.settings);
  const fields = fieldNames(await loadFields(ctx.tx));
  const reader = {
    // where there is nobody yet, somebody made up
    person: data.get(person?.contactId ?? '') ?? sampleData(fields),
    locale: person?.locale ?? ctx.settings.locale,
    // a click of whoever tests must not unsubscribe the person whose mail it would be
    url: ctx.publicUrl,
  };
  const filled = fillMail(ctx, { campaign, compiled, from }, reader);
  if ('missing' in filled) return filled;
  const { form, values } = filled;
  const subject = textsOf(ctx, campaign).campaign.test(values.subject ?? '');
  const messageId = `<test.${campaign.id}.${ctx.random()}@${from.replace(/^.*@|>.*$/g, '')}>`;
  const headers = Object.fromEntries(Object.entries(form.headers).filter(([name]) => !/^list-/i.test(name)));
  return { id: campaign.id, to, messageId, form: { ...form, headers }, values: { ...values, subject } };
}

/** It has left, or not: that is said where the campaign was made. */
export async function noteTested(ctx: Context, { campaign, to, mail }: TestMail, result: BulkResult): Promise<void> {
  const { count } = await ctx.tx`update campaigns set test_to = null where id = ${campaign.id} and test_to = ${to}`;
  if (count === 0) return;
  const t = textsOf(ctx, campaign).campaign;
  const text =
    'missing' in mail
      ? t.testFailed(to, t.lacks(mail.missing))
      : result.state === 'sent'
        ? t.testArrived(to)
        : t.testFailed(to, result.detail);
  await sayAt(ctx, campaign.place, { key: `campaign:${campaign.id}:test:${ctx.random()}`, reply: { text } });
}

const textsOf = (ctx: Context, { userId }: Campaign): Texts =>
  texts(
    localeOf(
      ctx,
      ctx.users.find(({ id }) => id === userId),
    ),
  );
