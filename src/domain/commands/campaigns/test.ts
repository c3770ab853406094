import { normalisePhone } from '../../../text/person/phone.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { testInChat } from '../../campaigns/test_chat.ts';
import { hasLetters, isByPhone } from '../../channel.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { partsForMany } from '../../talk/phone/short_text.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { SURE } from '../people/how_agreed.ts';
import { missingIn } from './draft.ts';
import { unread } from './unread.ts';

/**
 * One to its owner, by the channel that it leaves by: in their mailbox, in their own chat there, or to the number they type. Says where it
 * goes, or why there is none. Apart from what an undo takes back: a test that has left has left.
 */
export async function test(ctx: CommandContext, one: Campaign, words: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const missing = missingIn(ctx, one).filter((what) => what === t.campaign.missingText);
  if (missing.length > 0) return failed(t.campaign.missing(missing.join(' · ')));
  if (hasLetters(one.channel)) return byMail(ctx, one, words);
  if (!ctx.channels.some(({ name, on }) => on && name === one.channel))
    return failed(t.campaign.noWay(t.channel(one.channel)));
  return isByPhone(one.channel) ? byText(ctx, one, words) : inChat(ctx, one, words);
}

async function byMail(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t, ownerEmails } = ctx;
  const to = words === '' ? ownerEmails[0] : ownerEmails.find((own) => own.toLowerCase() === words.toLowerCase());
  if (ownerEmails.length === 0) return failed(t.campaign.noTestAddress);
  if (!to) return words.includes('@') ? failed(t.testing.ownAlone(ownerEmails.join(', '))) : unread(ctx, one, words);
  await ctx.tx`update campaigns set test_to = ${to} where id = ${one.id}`;
  return { text: t.campaign.testSent(to) };
}

async function inChat(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t, tx, user, place } = ctx;
  if (words !== '') return unread(ctx, one, words);
  const channel = t.channel(one.channel);
  const [own] = await tx<{ address: string }>`
    select address from user_identities where user_id = ${user.id} and channel = ${one.channel}
    order by address = ${place.address} desc, created_at limit 1`;
  if (!own) return failed(t.testing.noChat(channel));
  const tested = await testInChat(ctx, one, { is: 'desk', address: own.address });
  return 'missing' in tested ? failed(t.campaign.lacks(tested.missing)) : { text: t.testing.inChat(channel) };
}

async function byText(ctx: CommandContext, one: Campaign, typed: string): Promise<Reply | Incomplete> {
  const { t, tx, settings } = ctx;
  const words = typed.replace(/^[!！]\s*/u, '');
  if (words === '') return new Incomplete('ownNumber');
  const number = normalisePhone(words, settings.country);
  if (!number) return unread(ctx, one, words);
  const [holder] = await tx<{ id: string; name: string }>`
    select c.id, c.name from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel in (${one.channel}, 'phone') and i.address = ${number} order by c.id limit 1`;
  // a test asks nobody whether they agreed
  if (holder && words === typed)
    return failed(t.testing.isTheirs(nameOf(holder)), {
      buttons: [[{ label: t.testing.isMine, command: `/campaign ${one.id} test ${SURE} ${number}` }]],
    });
  const tested = await testInChat(ctx, one, { is: 'number', address: number });
  if ('missing' in tested) return failed(t.campaign.lacks(tested.missing));
  const parts = partsForMany(ctx, one.channel, { people: tested.said.length, read: tested.said }, ctx.locale);
  const cost = parts ? t.campaign.texts(parts.count, parts.most, parts.cost ?? '') : '';
  return { text: t.testing.byText(number, cost) };
}
