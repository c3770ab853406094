import { normalisePhone } from '../../../text/person/phone.ts';
import type { TestPlace } from '../../campaigns/asking/test_chat.ts';
import { hasLetters, isByPhone } from '../../channel.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { SURE } from '../people/how_agreed.ts';

/** Where a user tries out what leaves by a channel: what they typed for it, and the line to which they would type it. */
interface Trying {
  channel: string;
  words: string;
  /** '/campaign 12 test'. */
  line: string;
}

/**
 * Their own mailbox, their own chat there, or the number that they type; or why there is none. Undefined: the words are none of these.
 */
export async function ownPlace(
  ctx: CommandContext,
  { channel, words, line }: Trying,
): Promise<{ place: TestPlace } | { ask: Reply | Incomplete } | undefined> {
  const { t, ownerEmails } = ctx;
  if (hasLetters(channel)) {
    const to = words === '' ? ownerEmails[0] : ownerEmails.find((own) => own.toLowerCase() === words.toLowerCase());
    if (ownerEmails.length === 0) return { ask: failed(t.campaign.noTestAddress) };
    if (to) return { place: { is: 'own', address: to } };
    return words.includes('@') ? { ask: failed(t.testing.ownAlone(t.inARow(ownerEmails))) } : undefined;
  }
  if (!ctx.channels.some(({ name, on }) => on && name === channel))
    return { ask: failed(t.campaign.noWay(t.channel(channel))) };
  if (isByPhone(channel)) return ownNumber(ctx, { channel, words, line });
  return words === '' ? ownChat(ctx, channel) : undefined;
}

async function ownChat({ t, tx, user, place }: CommandContext, channel: string) {
  const [own] = await tx<{ address: string }>`
    select address from user_identities where user_id = ${user.id} and channel = ${channel}
    order by address = ${place.address} desc, created_at limit 1`;
  if (!own) return { ask: failed(t.testing.noChat(t.channel(channel))) };
  return { place: { is: 'desk', address: own.address } as const };
}

async function ownNumber({ t, tx, settings }: CommandContext, { channel, words: typed, line }: Trying) {
  const words = typed.replace(/^[!！]\s*/u, '');
  if (words === '') return { ask: new Incomplete('ownNumber') };
  const number = normalisePhone(words, settings.country);
  if (!number) return undefined;
  const [holder] = await tx<{ id: string; name: string }>`
    select c.id, c.name from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel in (${channel}, 'phone') and i.address = ${number} order by c.id limit 1`;
  // a test asks nobody whether they agreed
  if (holder && words === typed) {
    const buttons = [[{ label: t.testing.isMine, command: `${line} ${SURE} ${number}` }]];
    return { ask: failed(t.testing.isTheirs(nameOf(holder)), { buttons }) };
  }
  return { place: { is: 'own', address: number } as const };
}

/** What is said once it is on its way there: where it goes, and what it costs where it costs something. */
export function testGoes({ t }: CommandContext, channel: string, { is, address }: TestPlace, cost = ''): string {
  if (is === 'desk') return t.testing.inChat(t.channel(channel));
  return hasLetters(channel) ? t.campaign.testSent(address) : t.testing.byText(address, cost);
}
