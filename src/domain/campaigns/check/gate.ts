import { hasLetters } from '../../channel.ts';
import type { Context } from '../../context.ts';
import { type Finding, type Part, wrongIn } from './finding.ts';
import { lastCheck } from './mail_check.ts';

/**
 * Whether mail to many may leave: nothing is known to be wrong (or the owner sends all the same); nobody has looked, or too long ago;
 * something is wrong; there is no way to unsubscribe, and then nobody can say otherwise.
 */
export type Gate =
  | { is: 'open' }
  | { is: 'unlooked' }
  | { is: 'held'; findings: Finding[]; parts: Part[] }
  | { is: 'shut'; findings: Finding[] };

/** `knowing`: what is sent all the same. Other channels need no such look. */
export async function gateOf(
  ctx: Pick<Context, 'tx' | 'now' | 'ownAddresses' | 'publicUrl'>,
  channel: string,
  knowing: readonly Part[] = [],
): Promise<Gate> {
  if (!hasLetters(channel)) return { is: 'open' };
  if (!ctx.publicUrl.startsWith('https://')) return { is: 'shut', findings: [] };
  const check = await lastCheck(ctx, channel);
  if (!check) return { is: 'unlooked' };
  const wrong = wrongIn(check.findings);
  const of = (parts: readonly Part[]) => check.findings.filter(({ part }) => parts.includes(part));
  if (wrong.includes('unsubscribe')) return { is: 'shut', findings: of(['unsubscribe']) };
  const parts = wrong.filter((part) => !check.accepted.includes(part) && !knowing.includes(part));
  if (parts.length === 0) return { is: 'open' };
  return { is: 'held', parts, findings: of(parts) };
}

/** The owner sends all the same, now and later, until it is right. */
export async function acceptParts(
  { tx, ownAddresses }: Pick<Context, 'tx' | 'ownAddresses'>,
  channel: string,
  parts: readonly Part[],
): Promise<void> {
  await tx`
    update mail_checks set accepted = array(select distinct unnest(accepted || ${[...parts]}::text[])), asked_go = null
    where address = ${ownAddresses[channel] ?? ''}`;
}
