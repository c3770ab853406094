import { buttonsOf, type House, telegramMessage } from '../../support/house.ts';

/** A customer who has asked, in the chat that they answer in. */
export async function asked(house: House): Promise<void> {
  await house.happen(telegramMessage('How much is a logo?', { from: { address: '1001', name: 'Anna' } }));
  await house.deliver();
}

/** All that is held for customers leaves. */
export async function leaves(house: House): Promise<void> {
  await house.db.autocommit`update outbox set run_at = now() where state = 'queued' and audience = 'customer'`;
  await house.deliver();
}

/** Shown, then sent by its button, as its owner in the paired chat; leaves unless `held`. */
export async function sendQuote(house: House, leadId = '1', { held = false, label = 'Send it' } = {}): Promise<void> {
  await house.type(`/quote ${leadId} send`);
  await house.press(label);
  if (!held) await leaves(house);
}

export const toCustomer = async (house: House) => (await house.outbox()).filter((row) => row.audience === 'customer');

/** The path of the newest link that a customer got. */
export async function linkOfQuote(house: House): Promise<string> {
  const said = JSON.stringify((await toCustomer(house)).at(-1)!.payload);
  return /https:\/\/crm\.example\.com(\/q\/[\w-]+)/.exec(said)![1]!;
}

/** The last card in the owner's chat. */
export const lastCard = async (house: House) => (await house.cards()).at(-1)!;

export const commandsOf = (reply: Parameters<typeof buttonsOf>[0]): string[] =>
  buttonsOf(reply).map(({ command }) => command);
