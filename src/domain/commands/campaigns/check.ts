import { PARTS, type Part } from '../../campaigns/check/finding.ts';
import { acceptParts, gateOf } from '../../campaigns/check/gate.ts';
import { askCheck, lookAhead } from '../../campaigns/check/mail_check.ts';
import { ANYWAY, checkReply, type GoOn, goOnButtons } from '../../campaigns/check/shown.ts';
import { hasLetters } from '../../channel.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

const AGAIN = '/campaign check';

/** '/campaign check': whether mail can arrive; 'check key': with a key to sign with, made here. */
export async function check(ctx: CommandContext, key: boolean): Promise<Reply> {
  const { t, ownAddresses, channels } = ctx;
  const address = ownAddresses.email;
  if (!address || !channels.some(({ name, on }) => on && hasLetters(name))) return failed(t.mailCheck.noMail);
  await askCheck(ctx, { place: ctx.place, user: ctx.user, key });
  return { text: key ? t.mailCheck.makingKey : t.mailCheck.looking(address) };
}

/** What a line says at its end of what is known to be wrong: '… anyway' wants to go on, '… !spf,dkim' goes on knowing that. */
export interface Knowing {
  /** The line without it. */
  words: string;
  asks: boolean;
  parts: Part[];
}

const KNOWING = new RegExp(`(?:^|\\s+)(?:(${ANYWAY})|!([a-z,]{1,60}))\\s*$`);

export function knowingIn(line: string): Knowing {
  const [said = '', asks, parts = ''] = KNOWING.exec(line) ?? [];
  const named = parts.split(',');
  return {
    words: line.slice(0, line.length - said.length),
    asks: asks !== undefined,
    parts: PARTS.filter((part) => named.includes(part)),
  };
}

/**
 * What keeps mail to many from leaving, as it is said; undefined: nothing. What is wrong is shown with what to paste where; a tap and a
 * second one send all the same, except without a way to unsubscribe. `go`: what is about to be done.
 */
export async function heldBack(
  ctx: CommandContext,
  channel: string,
  go: GoOn,
  { asks, parts: knowing }: Pick<Knowing, 'asks' | 'parts'>,
): Promise<Reply | undefined> {
  const { t } = ctx;
  const gate = await gateOf(ctx, channel, knowing);
  if (gate.is === 'unlooked') {
    await askCheck(ctx, { place: ctx.place, user: ctx.user, go });
    return { failed: true, text: t.mailCheck.first };
  }
  if (gate.is === 'open') {
    if (knowing.length > 0) await acceptParts(ctx, channel, knowing);
    return undefined;
  }
  const address = ctx.ownAddresses[channel] ?? '';
  await ctx.tx`update mail_checks set asked_go = ${ctx.tx.json(go)} where address = ${address}`;
  const { title: _, ...found } = checkReply(t, address, gate.findings);
  if (gate.is === 'shut') return { ...found, failed: true, text: t.mailCheck.noLink };
  const text = t.mailCheck.warns(partsNamed(ctx, gate.parts));
  if (!asks)
    return { ...found, failed: true, text, buttons: [...(found.buttons ?? []), goOnButtons(t, go, gate.parts)] };
  const sure: Button = { label: go.label, command: `${go.line} !${gate.parts.join(',')}`, style: 'danger' };
  return {
    undecided: true,
    title: t.mailCheck.sure,
    text,
    buttons: [[sure], [{ label: t.mailCheck.again, command: AGAIN }]],
  };
}

const partsNamed = ({ t: { mailCheck: t } }: Pick<CommandContext, 't'>, parts: readonly Part[]): string =>
  parts.map((part) => t.parts[part]).join(t.comma);

/** What a campaign's card says of it before anybody wants to send it, and how to learn more. Looks ahead. */
export async function forewarned(
  ctx: CommandContext,
  channel: string,
): Promise<{ text: string[]; buttons: Button[][] }> {
  if (!hasLetters(channel) || !ctx.ownAddresses[channel]) return { text: [], buttons: [] };
  const { t } = ctx;
  await lookAhead(ctx);
  const gate = await gateOf(ctx, channel);
  if (gate.is === 'open' || gate.is === 'unlooked') return { text: [], buttons: [] };
  const text = gate.is === 'held' ? t.mailCheck.warns(partsNamed(ctx, gate.parts)) : t.mailCheck.noLink;
  return { text: [text], buttons: [[{ label: t.mailCheck.fix, command: AGAIN }]] };
}
