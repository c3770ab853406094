import { withoutFor } from '../../../../text/person/for_whom.ts';
import { promisesIn } from '../../../../text/promise/promise.ts';
import { typedWords } from '../../../../text/typed.ts';
import { parseWhen } from '../../../../text/when/when.ts';
import { promiseRef, promiseWords } from '../../../desk/promises/offer.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { failed, type Reply } from '../../../reply.ts';
import { loadConversation } from '../../../talk/conversation.ts';
import { loadMessage } from '../../../talk/message.ts';
import {
  countPromises,
  forgetPromises,
  type OpenPromise,
  type OtherPromise,
  openPromises,
  otherPromises,
  taskOfPromise,
} from '../../../tasks/promise.ts';
import { insertTask, loadTask, moveTask } from '../../../tasks/task.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { paged } from '../../paged.ts';
import { pickShown } from '../../who/pick.ts';
import { askAfterOver, askWhichMoment, exactly, momentOf, shown } from '../../words/moment.ts';
import { queryPage, splitFirst } from '../../words/words.ts';

const NO = typedWords(({ no }) => no);
/** So many others are offered to be done with. */
const MOST_SHOWN = 3;
const MESSAGE = /^m(\d{1,18})(?:\.([1-9]))?$/i;

type Args = { page: number; who: string } | { id: string; nth: number; words: string };

/** '/promise', '/promise Anna': what was promised and is still open; a button says of which answer, and when: '/promise m12 2026-11-26 09:00', '/promise m12 no'. */
export const promise: Command<Args> = {
  name: 'promise',
  role: 'helper',
  changes: true,
  saidAtOnce: 'shows',
  onlyShows: (args) => 'page' in args,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const [, id, nth = '1'] = MESSAGE.exec(first) ?? [];
    if (!id) {
      const { query, page } = queryPage(/^\d{1,4}$/.test(words.trim()) ? `› ${words.trim()}` : words);
      return { page, who: withoutFor(query) };
    }
    return rest ? { id, nth: Number(nth), words: rest } : new Incomplete('time');
  },
  run: async (ctx, args) => ('page' in args ? listed(ctx, args) : remembered(ctx, args)),
};

async function listed(ctx: CommandContext, { page, who }: { page: number; who: string }): Promise<Reply> {
  const { t, tx } = ctx;
  const picked = who === '' ? undefined : await pickShown(ctx, who, (ref) => `/promise ${ref}`);
  if (picked && 'ask' in picked) return picked.ask;
  const { id, name } = picked?.contact ?? {};
  return paged(ctx, page, {
    title: name === undefined ? t.promise.list : t.promise.listOf(name),
    empty: name === undefined ? t.promise.none : t.promise.noneOf(name),
    command: id === undefined ? '/promise' : `/promise c${id} ›`,
    count: (most) => countPromises(tx, id, most),
    load: async (limit, offset) => (await openPromises(tx, id, limit, offset)).map((one) => itemOf(ctx, one)),
  });
}

const itemOf = (ctx: CommandContext, { id, title, dueAt, contactId, promisedAt, lost }: OpenPromise) => ({
  text: title,
  ref: `#${id}`,
  ...(contactId && { contactId }),
  detail: [
    ...(dueAt ? [`⏰ ${shown(ctx, dueAt)}`] : []),
    ctx.t.promise.promisedOn(shown(ctx, promisedAt)),
    ...(lost ? [ctx.t.promise.neverArrived] : []),
  ].join(' · '),
  buttons: [
    { label: ctx.t.button.done, command: `/done ${id}` },
    { label: ctx.t.button.tomorrow, command: `/postpone ${id} ${ctx.t.snooze.tomorrow}` },
  ],
});

/** One reminder for each thing that was promised: another time moves it. The same words, said to them again, move it too. */
async function remembered(
  ctx: CommandContext,
  { id, nth, words }: { id: string; nth: number; words: string },
): Promise<Reply> {
  const { t, tx } = ctx;
  if (NO.has(words.toLowerCase())) {
    const gone = await forgetPromises(tx, id);
    return { text: t.promise.leftIt, hint: t.promise.switchOff, ...(gone === 0 && { unchanged: true }) };
  }
  const message = await loadMessage(tx, id);
  const conversation = message?.direction === 'out' ? await loadConversation(tx, message.conversationId) : undefined;
  const contact = conversation && (await loadContact(tx, conversation.contactId));
  if (!message || !contact) return failed(t.promise.gone);
  const when = parseWhen(words, momentOf(ctx));
  if (!when || when.rest) return failed(t.time.unread(when?.rest || words));
  const which = askWhichMoment(ctx, when, (at) => ({
    label: shown(ctx, at),
    command: `/promise ${promiseRef(id, nth)} ${exactly(ctx, at)}`,
  }));
  if (which) return which;
  if (when.at < ctx.now) return askAfterOver(ctx, shown(ctx, when.at), { before: `/promise ${promiseRef(id, nth)} ` });
  const promised = wordsOf(ctx, message.text, message.occurredAt, nth);
  const title = t.promise.title(nameOf(contact), promiseWords(promised));
  const others = await otherPromises(tx, contact.id, id);
  const isSame = (one: OtherPromise) => wordsOf(ctx, one.text, one.at, one.nth) === promised;
  const known = (await taskOfPromise(tx, id, nth)) ?? others.find(isSame)?.id;
  if (known) await moveTask(tx, known, when.at);
  const task = known
    ? (await loadTask(tx, known))!
    : await insertTask(tx, {
        ...{ title, dueAt: when.at, contactId: contact.id, userId: ctx.user.id },
        ...{ promisedIn: id, promiseNth: nth },
      });
  return {
    text: t.promise.set(shown(ctx, when.at), task.title),
    person: { contactId: contact.id, sure: false },
    thing: { noun: 'task', id: task.id },
    buttons: others
      .filter((one) => one.id !== task.id)
      .slice(0, MOST_SHOWN)
      .map((one) => [{ label: t.promise.insteadOf(one.title), command: `/done ${one.id}` }]),
  };
}

/** The sentence in which it was promised, else all of the answer. */
const wordsOf = (ctx: CommandContext, text: string, now: Date, nth: number): string =>
  promisesIn(text, { ...momentOf(ctx), now })[nth - 1]?.words ?? text;
