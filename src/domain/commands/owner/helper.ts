import { cleanName } from '../../../text/normalise.ts';
import { typedWords } from '../../../text/typed.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { noteAct } from '../../owner/journal.ts';
import { findMember, invite, listTeam, type Member, openInvitations, removeMember } from '../../owner/team.ts';
import type { Role } from '../../owner/user.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { splitFirst } from '../words/words.ts';

const ADD = typedWords(({ team: { add } }) => add);
const REMOVE = typedWords(({ team: { remove } }) => remove);
/** At the end of the words: this helper may only look. */
const VIEWER = new RegExp(`(?:^|\\s)(?:${[...typedWords(({ team: { viewer } }) => viewer)].join('|')})$`, 'iu');

type Args =
  | { act: 'list' }
  | { act: 'add'; name: string; role: Exclude<Role, 'owner'> }
  | { act: 'remove'; who: string };

/** '/helper' shows the team; '/helper add Anna', '/helper add Anna viewer' invites; '/helper remove Anna'. */
export const helper: Command<Args> = {
  name: 'helper',
  role: 'owner',
  changes: true,
  unrecorded: 'noted',
  onlyShows: ({ act }) => act !== 'remove',
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    if (REMOVE.has(verb.toLowerCase())) return rest ? { act: 'remove', who: rest } : new Incomplete('member');
    if (!ADD.has(verb.toLowerCase())) return new Incomplete('team');
    return { act: 'add', name: cleanName(rest.replace(VIEWER, ''), 40), role: VIEWER.test(rest) ? 'viewer' : 'helper' };
  },
  async run(ctx, args) {
    if (args.act === 'list') return team(ctx);
    return args.act === 'add' ? inviteSomebody(ctx, args.name, args.role) : remove(ctx, args.who);
  },
};

async function team(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const members = (await listTeam(ctx.tx)).map((member) => memberItem(ctx, member));
  const invited = (await openInvitations(ctx.tx, ctx.now)).map(({ name, role }) => ({
    text: `${name || t.helper.somebody} · ${t.helper.role[role]}`,
    detail: t.helper.invited,
  }));
  const buttons: Button[] = [
    { label: t.helper.inviteHelper, command: '/helper add' },
    { label: t.helper.inviteViewer, command: '/helper add viewer' },
  ];
  return {
    title: t.helper.team,
    lists: [{ items: [...members, ...invited] }],
    buttons: [buttons],
    hint: t.helper.hint,
  };
}

function memberItem({ t, now, locale }: CommandContext, { id, name, role, chats, lastActAt }: Member): Item {
  const where = chats.map((channel) => t.channel(channel)).join(', ') || t.helper.noChat;
  const last = lastActAt ? t.helper.lastAct(formatAge(now.getTime() - lastActAt.getTime(), locale)) : t.helper.noAct;
  return {
    text: t.helper.role[role],
    ref: role === 'owner' ? '' : name,
    detail: `${where} · ${last}`,
    ...(role !== 'owner' && { buttons: [{ label: t.button.remove, command: `/helper remove ${id}` }] }),
  };
}

/** The code is shown once, to be passed on; only its hash is kept. */
async function inviteSomebody(ctx: CommandContext, name: string, role: Exclude<Role, 'owner'>): Promise<Reply> {
  const { t } = ctx;
  const code = await invite(ctx, name, role);
  const command = ['/helper add', name, role === 'viewer' ? role : ''].filter(Boolean).join(' ');
  await noteAct(ctx.tx, { userId: ctx.user.id, command, now: ctx.now }, 'invited');
  return {
    title: t.helper.invitation(name || t.helper.somebody, t.helper.role[role]),
    text: t.helper.passOn,
    quote: `/pair ${code}`,
    hint: t.helper.may[role],
  };
}

async function remove(ctx: CommandContext, who: string): Promise<Reply> {
  const { t } = ctx;
  const member = await findMember(ctx.tx, who);
  if (!member) return failed(t.helper.noSuch(who));
  if (member.role === 'owner') return failed(t.helper.ownerStays);
  await removeMember(ctx.tx, member.id, ctx.now);
  return { text: t.helper.removed(member.name) };
}
