import { formatAge } from '../../text/duration.ts';
import type { Messages } from '../../text/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { signInAgain } from '../mailbox.ts';
import type { Item } from '../reply.ts';
import { dropUnsent, listUnsent, retryUnsent, type Unsent } from '../unsent.ts';
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

/** '/retry o12', and '/retry mailbox' for the sign-ins a mail server refused. */
export const retry: Command<Ref | { kind: 'mailbox'; id: '' }> = {
  name: 'retry',
  alias: '重发',
  role: 'helper',
  changes: true,
  settles: true,
  unrecorded: true,
  hidden: true,
  parse: (words) => (/^mailbox$/i.test(words.trim()) ? { kind: 'mailbox', id: '' } : parseRef(words)),
  async run(ctx, { kind, id }) {
    const { mailbox } = ctx.t;
    if (kind === 'mailbox')
      return (await signInAgain(ctx)) ? { text: mailbox.signingIn } : { failed: true, text: mailbox.noneRefused };
    const found = await retryUnsent(ctx.tx, kind, id);
    return found ? { text: ctx.t.unsent.retrying } : { failed: true, text: ctx.t.unsent.gone };
  },
};

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
