import { truncate } from '../../../text/truncate.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type About, type Act, countActs, listActs } from '../../owner/audit.ts';
import { findMember } from '../../owner/team.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import type { Command, CommandContext } from '../command.ts';
import { titleOfAll } from '../paged.ts';
import { pickNamed } from '../who/pick.ts';
import { explicitContact } from '../words/words.ts';

const PAGE = 8;
const COMMAND_GRAPHEMES = 80;
/** What the button to older ones writes behind the words: '/audit anna ‹ 1234'. */
const BEFORE = /\s*‹\s*(\d{1,18})$/u;

interface Args {
  who: string;
  before: string | undefined;
}

/** '/audit': who did what, newest first; '/audit anna': a helper's acts, or what was done to the customer Anna. */
export const audit: Command<Args> = {
  name: 'audit',
  role: 'owner',
  parse: (words) => ({ who: words.replace(BEFORE, '').trim(), before: BEFORE.exec(words)?.[1] }),
  async run(ctx, { who, before }) {
    const found = await readWho(ctx, who);
    if ('ask' in found) return found.ask;
    const { about, name, ref } = found;
    const acts = await listActs(ctx.tx, about, ctx.now, PAGE + 1, before);
    if (acts.length === 0) return { text: ctx.t.audit.none };
    const shown = acts.slice(0, PAGE);
    const older: Button = {
      label: ctx.t.audit.older,
      command: ['/audit', ref, '‹', shown.at(-1)!.id].filter(Boolean).join(' '),
    };
    return {
      title: await titleOfAll(ctx, name ? ctx.t.audit.of(name) : ctx.t.audit.all, {
        isAll: acts.length <= PAGE && before === undefined,
        count: (most) => countActs(ctx.tx, about, most),
      }),
      lists: [{ items: shown.map((act) => actItem(ctx, act)) }],
      ...(acts.length > PAGE && { buttons: [[older]] }),
    };
  },
};

interface Who {
  about: About;
  name: string;
  /** What names them beyond doubt on a button. */
  ref: string;
}

/** A member of the team first: acts are theirs. */
async function readWho(ctx: CommandContext, who: string): Promise<Who | { ask: Reply }> {
  if (!who) return { about: undefined, name: '', ref: '' };
  const member = explicitContact(who) ? undefined : await findMember(ctx.tx, who);
  if (member)
    return {
      about: { userId: member.id },
      name: member.role === 'owner' ? ctx.t.helper.role.owner : member.name,
      ref: member.name,
    };
  const picked = await pickNamed(ctx, who, (ref) => `/audit ${ref}`);
  if ('ask' in picked) return picked;
  const { id, name } = picked.contact;
  return { about: { contactId: id }, name: name || `c${id}`, ref: `c${id}` };
}

function byWhom(t: CommandContext['t'], { byItself, byOwner, userName, key }: Act): string {
  if (byItself) return t.audit.byItself;
  const who = byOwner ? t.helper.role.owner : userName;
  return key === null ? who : t.audit.byKey(who, key);
}

function actItem({ t, now, settings, locale }: CommandContext, act: Act): Item {
  const when = formatWhen(act.at, { now, timezone: settings.timezone, locale });
  const mark = act.undoneAt ? t.audit.undone : act.outcome && t.audit.outcome[act.outcome];
  return {
    text: t.labelled(byWhom(t, act), truncate(act.command, COMMAND_GRAPHEMES)),
    detail: mark ? `${when} · ${mark}` : when,
    ...(act.undoable && { ref: `#${act.id}`, buttons: [{ label: t.button.undo, command: `/undo ${act.id}` }] }),
  };
}
