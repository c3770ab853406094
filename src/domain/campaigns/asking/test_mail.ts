import type { BulkMail, BulkResult } from '../../../outbox/bulk.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { sayAt } from '../../owner/say.ts';
import { loadFields } from '../../people/fields/field.ts';
import { fieldNames, personData } from '../../templates/person_data.ts';
import { sampleData } from '../../templates/sample.ts';
import { audienceOf, someOf } from '../audience.ts';
import { type Campaign, loadCampaign } from '../campaign.ts';
import { fillMail } from '../mails.ts';
import { textsOf } from '../versions/texts.ts';
import type { Version } from '../versions/version.ts';
import { wordsOf } from '../words.ts';

/** A campaign that a user wants to see in their own mailbox first, and the mail of each of its texts; or why there is none. */
export interface TestMail {
  campaign: Campaign;
  to: string;
  mails: (BulkMail | { missing: string })[];
}

/** The next test that is to be sent on a channel, as the first of its people would read it. */
export async function nextTest(ctx: Context, channel: string, from: string): Promise<TestMail | undefined> {
  const [waiting] = await ctx.tx<{ id: string }>`
    select id from campaigns where test_to is not null and channel = ${channel} order by id limit 1 for update skip locked`;
  const campaign = waiting && (await loadCampaign(ctx.tx, waiting.id));
  if (!campaign?.testTo) return undefined;
  const mails: TestMail['mails'] = [];
  for (const { version } of textsOf(campaign)) mails.push(await compose(ctx, campaign, { version, from }));
  return { campaign, to: campaign.testTo, mails };
}

/** The first of its people; where there is nobody yet, somebody made up. */
export async function firstReader(ctx: Context, campaign: Campaign) {
  const audience = await audienceOf(ctx, campaign);
  const [person] = 'filter' in audience ? await someOf(ctx, audience, { most: 1 }) : [];
  const data = await personData(ctx.tx, person ? [person.contactId] : [], ctx.now, ctx.settings);
  const fields = fieldNames(await loadFields(ctx.tx));
  return {
    person: data.get(person?.contactId ?? '') ?? sampleData(fields, ctx.settings.locale),
    locale: person?.locale ?? ctx.settings.locale,
    // a click of whoever tests must not unsubscribe the person whose mail it would be
    url: ctx.publicUrl,
  };
}

async function compose(
  ctx: Context,
  campaign: Campaign,
  { version, from }: { version: Version; from: string },
): Promise<TestMail['mails'][number]> {
  const compiled = await wordsOf(ctx, campaign, { version });
  if (!('render' in compiled)) return { missing: compiled.where.name };
  const reader = await firstReader(ctx, campaign);
  const filled = fillMail(ctx, { campaign, compiled, from }, reader);
  if ('missing' in filled) return filled;
  const { form, values } = filled;
  const t = ownersTexts(ctx, campaign);
  const subject = t.campaign.test(values.subject ?? '', campaign.second ? t.versions.name[version] : '');
  const messageId = `<test.${campaign.id}.${ctx.random()}@${from.replace(/^.*@|>.*$/g, '')}>`;
  const headers = Object.fromEntries(Object.entries(form.headers).filter(([name]) => !/^list-/i.test(name)));
  return {
    id: campaign.id,
    to: campaign.testTo!,
    messageId,
    form: { ...form, headers },
    values: { ...values, subject },
  };
}

/** It has left, or not: that is said where the campaign was made. */
export async function noteTested(
  ctx: Context,
  { campaign, to, mails }: TestMail,
  results: readonly BulkResult[],
): Promise<void> {
  const { count } = await ctx.tx`update campaigns set test_to = null where id = ${campaign.id} and test_to = ${to}`;
  if (count === 0) return;
  const t = ownersTexts(ctx, campaign).campaign;
  const lacking = mails.find((mail) => 'missing' in mail);
  const refused = results.find(({ state }) => state !== 'sent');
  const why = lacking ? t.lacks(lacking.missing) : refused?.detail;
  const text = why === undefined ? t.testArrived(to) : t.testFailed(to, why);
  const buttons = [[{ label: `#${campaign.id} ${campaign.name}`, command: `/campaign ${campaign.id}` }]];
  await sayAt(ctx, campaign.place, { key: `campaign:${campaign.id}:test:${ctx.random()}`, reply: { text, buttons } });
}

const ownersTexts = (ctx: Context, { userId }: Campaign): Texts =>
  texts(
    localeOf(
      ctx,
      ctx.users.find(({ id }) => id === userId),
    ),
  );
