import { detectLanguage } from '../../../text/language.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import { cleanText } from '../../../text/normalise.ts';
import { texts } from '../../../text/texts.ts';
import { localeOf } from '../../context.ts';
import { type WhyNoService, whyNoService } from '../../desk/ratings/reach.ts';
import { loadContact } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Feedback, noteTold, whoAsked } from '../../serve/feedback.ts';
import { answer } from '../../talk/answer.ts';
import { type Conversation, conversationOf } from '../../talk/conversation.ts';
import type { CommandContext } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { itemOf, nameOfGiver } from './feedback_shown.ts';

/** So many are told at once; of more, the others are told by another tap. */
const MOST_TOLD = 50;
const MOST_NAMED = 10;

/** Somebody who asked, and where they would be told; or why not. */
interface Asker {
  feedback: Feedback;
  locale: Locale;
  conversation?: Conversation;
  why?: WhyNoService;
}

/** Who asked for what a tag names, and that they can be told. */
export async function whoAskedFor(ctx: CommandContext, tag: string): Promise<Reply> {
  const { t } = ctx;
  const people = await whoAsked(ctx.tx, tag);
  if (people.length === 0) return { text: t.feedback.nobodyWaits(tag) };
  return {
    title: t.feedback.whoAsked(tag, people.length),
    lists: [{ items: people.slice(0, MOST_TOLD).map((one) => itemOf(ctx, one)) }],
    buttons: [[{ label: t.feedback.button.tell, command: `/feedback #${tag} tell` }]],
  };
}

async function askersOf(ctx: CommandContext, tag: string, ids?: readonly string[]): Promise<Asker[]> {
  const found = (await whoAsked(ctx.tx, tag, ids)).slice(0, MOST_TOLD);
  const askers: Asker[] = [];
  for (const feedback of found) {
    const contact = (await loadContact(ctx.tx, feedback.contactId))!;
    const conversation = await conversationOf(ctx.tx, contact.id);
    const locale = localeOf(ctx, contact);
    if (!conversation || conversation.channel === 'note') askers.push({ feedback, locale, why: 'unreachable' });
    else {
      const why = await whyNoService(ctx, contact, conversation);
      askers.push({ feedback, locale, ...(why ? { why } : { conversation }) });
    }
  }
  return askers;
}

/** In which of our languages words are; default: the owner's. */
const spokenAs = (ctx: CommandContext, words: string): Locale => detectLanguage(words) ?? ctx.locale;

/** What each gets: the owner's words in the language that they are written in, ours in the others. */
function draftsOf(ctx: CommandContext, tag: string, words: string): Record<Locale, string> {
  const own = words === '' ? undefined : spokenAs(ctx, words);
  const drafts = locales.map((one) => [one, one === own ? words : texts(one).feedback.draft(tag)]);
  return Object.fromEntries(drafts) as Record<Locale, string>;
}

/** '/feedback #packaging tell', '… tell Our small packs are here!': what they would get, and who is left out. Nothing leaves by it. */
export async function tellShown(ctx: CommandContext, tag: string, typed: string): Promise<Reply> {
  const { t } = ctx;
  const words = cleanText(typed).trim();
  const askers = await askersOf(ctx, tag);
  const reached = askers.filter(({ conversation }) => conversation);
  const left = askers.filter(({ why }) => why);
  const leftOut = left.map(({ feedback, why }) => `${nameOfGiver(feedback)} (${t.feedback.why[why!]})`);
  const leftField = leftOut.length > 0 ? [{ label: t.feedback.leftOut, value: leftOut.join(' · ') }] : [];
  if (reached.length === 0) return { ...failed(t.feedback.nobodyToTell), fields: leftField };
  const drafts = draftsOf(ctx, tag, words);
  const used = locales.filter((one) => reached.some(({ locale }) => locale === one));
  const ids = reached.map(({ feedback }) => feedback.id).join(',');
  return {
    title: t.feedback.tellTitle(tag),
    quote: used
      .map((one) => {
        const count = reached.filter(({ locale }) => locale === one).length;
        return `${t.feedback.inLanguage(texts(one).language.name[ctx.locale], count)}\n${drafts[one]}`;
      })
      .join('\n\n'),
    fields: [{ label: t.feedback.goesTo, value: named(ctx, reached) }, ...leftField],
    hint: t.feedback.reword(`/${t.commands.feedback.word} #${tag} ${t.typed.feedback.act.tell[0]} …`),
    buttons: [
      [
        {
          ...{ label: t.feedback.button.send(reached.length), style: 'primary' as const },
          ...{ command: `/feedback #${tag} send ${ids} ${words}`.trim(), typed: true as const },
        },
      ],
    ],
  };
}

function named({ t }: CommandContext, askers: readonly Asker[]): string {
  const names = askers.slice(0, MOST_NAMED).map(({ feedback }) => nameOfGiver(feedback));
  const more = askers.length - names.length;
  return [...names, ...(more > 0 ? [t.feedback.andMore(more)] : [])].join(' · ');
}

/** '/feedback #packaging send 3,7 …', as a button says it: those who were shown are told, whoever may be told by now, each once. */
export async function sendTold(ctx: CommandContext, tag: string, words: string): Promise<Reply> {
  const { t } = ctx;
  const [first, rest] = splitFirst(words);
  // what was not shown does not leave
  if (!/^\d{1,18}(?:,\d{1,18}){0,99}$/.test(first)) return tellShown(ctx, tag, words);
  const askers = await askersOf(ctx, tag, first.split(','));
  const drafts = draftsOf(ctx, tag, cleanText(rest).trim());
  const told: Asker[] = [];
  const missed: string[] = [];
  for (const asker of askers) {
    const { feedback, conversation, locale, why } = asker;
    const text = drafts[locale];
    const sent = conversation && (await answer(ctx, ctx.user, conversation, { text }, onlyTo(conversation)));
    if (sent?.result === 'queued') {
      told.push(asker);
      await noteTold(ctx.tx, feedback.contactId, tag, ctx.now);
    } else missed.push(`${nameOfGiver(feedback)} (${t.feedback.why[why ?? 'unreachable']})`);
  }
  if (told.length === 0) return failed(t.feedback.nobodyToTell);
  return {
    text: t.feedback.sent(told.length),
    fields: [
      { label: t.feedback.goesTo, value: named(ctx, told) },
      ...(missed.length > 0 ? [{ label: t.feedback.leftOut, value: missed.join(' · ') }] : []),
    ],
  };
}

/** Nobody else in their thread gets it. */
const onlyTo = ({ address }: Pick<Conversation, 'address'>) => ({ address, copies: [] });
