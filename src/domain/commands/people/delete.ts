import type { Contact } from '../../people/contact.ts';
import { belongingsOf, deleteContact, type Leaving } from '../../people/delete.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { noSuchContact } from '../who/no_id.ts';
import { pickNamed } from '../who/pick.ts';
import { explicitContact } from '../words/words.ts';

interface Args {
  who: string;
  /** The question has been answered: with what was asked about ('12.1.0.0.0'), '' by typing it. */
  sure: string | undefined;
}

/** '/delete 张三' asks; its button '/delete c1 !' does it, with all that is theirs. */
export const remove: Command<Args> = {
  name: 'delete',
  role: 'owner',
  careful: true,
  changes: true,
  settles: 'contact',
  onlyShows: ({ sure }) => sure === undefined,
  parse(words, { replying }) {
    const sure = SURE.exec(words)?.[1];
    const who = words.replace(SURE, '').trim();
    return who || replying ? { who, sure } : new Incomplete('name');
  },
  async run(ctx, { who, sure }) {
    const picked = await pickNamed(ctx, who, (ref) => `/delete ${ref}`);
    if ('ask' in picked) return picked.ask;
    const { contact } = picked;
    if (sure === undefined) return ask(ctx, contact);
    if (await isOutdated(ctx, who, contact, sure)) return { ...(await ask(ctx, contact)), failed: true };
    const deleted = await deleteContact(ctx.tx, contact.id);
    if (deleted === 'gone') return noSuchContact(ctx.t, `c${contact.id}`);
    if (deleted !== 'deleted') return answering(ctx, contact, deleted);
    return { text: ctx.t.delete.done(nameOf(contact)) };
  },
};

/** So many answers that wait get a button that stops them. */
const MOST_STOPPED = 3;

/** What is on its way to them would reach nobody's chat: it is stopped first, or has left. */
function answering({ t }: CommandContext, contact: Contact, leaving: Leaving[]): Reply {
  const waiting = leaving.filter(({ waits }) => waits).slice(0, MOST_STOPPED);
  const buttons = waiting.map(({ id }) => [{ label: t.delete.stop, command: `/cancel o${id}` }]);
  return failed(t.delete.answering(nameOf(contact)), { ...(buttons.length > 0 && { buttons }) });
}

const SURE = /(?:^|\s)[!！]([\d.]*)$/;

/** Whom and what the question was about: somebody merged since, or with more to lose, is asked about anew. */
async function isOutdated(ctx: CommandContext, who: string, contact: Contact, sure: string): Promise<boolean> {
  const named = explicitContact(who);
  if (named && named !== contact.id) return true;
  return sure !== '' && sure !== countsOf(await belongingsOf(ctx.tx, contact.id));
}

const countsOf = (all: Awaited<ReturnType<typeof belongingsOf>>): string => Object.values(all).join('.');

async function ask(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { t } = ctx;
  const all = await belongingsOf(ctx.tx, contact.id);
  return {
    undecided: true,
    title: t.delete.title(nameOf(contact)),
    text: t.delete.goes(all),
    buttons: [
      [
        { label: t.delete.sure, command: `/delete c${contact.id} !${countsOf(all)}` },
        { label: t.button.block, command: `/block c${contact.id}` },
        { label: t.button.contact, command: `/contact c${contact.id}` },
      ],
    ],
    hint: t.delete.hint,
  };
}
