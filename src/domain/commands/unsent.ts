import { formatAge } from '../../text/duration.ts';
import type { Messages } from '../../text/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { signInAgain } from '../mailbox.ts';
import type { Item, Reply } from '../reply.ts';
import { dropUnsent, type Hindrance, hindranceOf, listUnsent, retryUnsent, type Unsent } from '../unsent.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { paged } from './paged.ts';
import { behindPage, pageIn } from './words.ts';

/** What could not be delivered or handled, each with what can be done about it. */
export const unsent: Command<{ page: number }> = {
  name: 'unsent',
  alias: '未送达',
  role: 'viewer',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) =>
    paged(ctx, page, {
      title: ctx.t.unsent.title,
      empty: ctx.t.unsent.none,
      command: '/unsent',
      load: async (limit, offset) => (await listUnsent(ctx.tx, limit, offset)).map((row) => unsentItem(ctx, row)),
    }),
};

/** Of a mail that came back also why. */
function stateOf(t: Messages, { state, error }: Unsent): string {
  const reason = /^bounced: (\w+)$/.exec(error ?? '')?.[1];
  return reason ? t.unsent.cameBack(t.mail.because(reason)) : t.unsent.state[state];
}

function unsentItem(ctx: CommandContext, row: Unsent): Item {
  const { t } = ctx;
  const words = row.payload?.kind === 'message' ? (row.payload.reply.text ?? row.payload.reply.title ?? '') : '';
  const ref = `${row.kind === 'out' ? 'o' : 'i'}${row.id}`;
  return {
    text:
      row.kind === 'out' ? t.unsent.out(row.name, t.channel(row.channel), truncate(words, 40)) : t.unsent.in(row.name),
    detail: `${stateOf(t, row)} · ${formatAge(ctx.now.getTime() - row.at.getTime(), ctx.locale)}`,
    ref,
    buttons: [
      { label: row.kind === 'out' ? t.button.sendAgain : t.button.tryAgain, command: `/retry ${ref}` },
      { label: row.state === 'unknown' ? t.button.itArrived : t.button.letBe, command: `/drop ${ref}` },
    ],
  };
}

interface Ref {
  kind: Unsent['kind'];
  id: string;
}

function parseRef(words: string): Ref | Incomplete {
  const match = /^([oi])(\d{1,18})$/i.exec(words.trim());
  if (!match) return new Incomplete('unsent');
  return { kind: match[1]!.toLowerCase() === 'o' ? 'out' : 'in', id: match[2]! };
}

interface Again {
  kind: Unsent['kind'] | 'mailbox';
  id: string;
  /** It has been asked whether it is meant. */
  sure: boolean;
}

/** '/retry o12' ('/retry o12 !' when it was asked about), and '/retry mailbox' for the sign-ins a mail server refused. */
export const retry: Command<Again> = {
  name: 'retry',
  alias: '重发',
  role: 'helper',
  changes: true,
  settles: true,
  unrecorded: true,
  hidden: true,
  parse(words) {
    if (/^mailbox$/i.test(words.trim())) return { kind: 'mailbox', id: '', sure: true };
    const ref = parseRef(words.replace(SURE, ''));
    return ref instanceof Incomplete ? ref : { ...ref, sure: SURE.test(words) };
  },
  async run(ctx, { kind, id, sure }) {
    const { mailbox } = ctx.t;
    if (kind === 'mailbox')
      return (await signInAgain(ctx)) ? { text: mailbox.signingIn } : { failed: true, text: mailbox.noneRefused };
    const hindrance = kind === 'out' ? await hindranceOf(ctx.tx, id) : undefined;
    if (hindrance && (hindrance.why === 'deleted' || !sure)) return ask(ctx, id, hindrance);
    const found = await retryUnsent(ctx.tx, kind, id);
    return found ? { text: ctx.t.unsent.retrying } : { failed: true, text: ctx.t.unsent.gone };
  },
};

const SURE = /\s[!！]\s*$/;

/** To somebody deleted nothing is sent; whether somebody blocked is meant, or an address of before, is asked. */
function ask({ t }: CommandContext, id: string, hindrance: Hindrance): Reply {
  if (hindrance.why === 'deleted') {
    const { entry } = hindrance;
    const back = entry ? { buttons: [[{ label: t.button.bringBack, command: `/undo ${entry}` }]] } : {};
    return { failed: true, text: t.unsent.deleted(hindrance.name), ...back };
  }
  const text =
    hindrance.why === 'blocked'
      ? t.unsent.blocked(hindrance.name)
      : t.unsent.elsewhere(hindrance.name, hindrance.address, hindrance.now);
  const buttons = [
    [
      { label: t.unsent.sendStopped, command: `/retry o${id} !` },
      { label: t.button.letBe, command: `/drop o${id}` },
    ],
  ];
  return { failed: true, text, buttons };
}

export const drop: Command<Ref> = {
  name: 'drop',
  alias: '放弃',
  role: 'helper',
  changes: true,
  settles: true,
  unrecorded: true,
  hidden: true,
  parse: parseRef,
  async run(ctx, { kind, id }) {
    const found = await dropUnsent(ctx.tx, kind, id, ctx.now);
    return found ? { text: ctx.t.unsent.dropped } : { failed: true, text: ctx.t.unsent.gone };
  },
};
