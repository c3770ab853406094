import { detectLanguage } from '../../../text/language.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import type { Reply } from '../../reply.ts';
import { saveCanned } from '../../talk/canned.ts';
import { type FaqCounted, faqNamed, saveFaq } from '../../talk/ready/faq.ts';
import type { CommandContext } from '../command.ts';

/** Its answer is a canned reply of the same name, in the language of its words. */
export async function keepFaq(
  ctx: CommandContext,
  { name, questions, text }: { name: string; questions: string[]; text: string },
): Promise<Reply> {
  const locale: Locale = detectLanguage(text) ?? ctx.locale;
  const was = await faqNamed(ctx.tx, name);
  if (text !== '') await saveCanned(ctx.tx, { name, locale, text });
  await saveFaq(ctx, { name, questions });
  const kept = (await faqNamed(ctx.tx, name))!;
  return { ...(await showFaq(ctx, kept)), title: ctx.t.faq.saved(name), ...onlyProposed(ctx, was, kept) };
}

/** What left by itself is proposed again once it is otherwise than it was let (0155). */
export const onlyProposed = (
  { t }: CommandContext,
  was: FaqCounted | undefined,
  now: FaqCounted | undefined,
): Pick<Reply, 'hint'> => (was?.byItself && now && !now.byItself ? { hint: t.faq.changed(now.name) } : {});

export async function showFaq(ctx: CommandContext, one: FaqCounted): Promise<Reply> {
  const { t } = ctx;
  const { name, questions, byItself, texts, proposed, sent, corrected } = one;
  return {
    title: name,
    fields: [
      { label: t.faq.questions, value: questions.join(' | ') },
      ...answerFields(ctx, texts),
      {
        label: t.faq.state,
        value: `${byItself ? t.faq.byItself : t.faq.proposed} · ${t.faq.counts(proposed, sent, corrected)}`,
      },
    ],
    buttons: [
      [
        byItself
          ? { label: t.faq.propose, command: `/faq propose ${name}` }
          : { label: t.faq.letIt, command: `/faq itself ${name}` },
        { label: t.faq.drop, command: `/faq drop ${name}` },
        { label: t.faq.show, command: '/faq' },
      ],
    ],
  };
}

export const answerFields = ({ t }: CommandContext, texts: FaqCounted['texts']) =>
  locales.map((locale) => {
    const language = t.language.name[locale];
    const label = t.faq.answer(language);
    return { label, value: texts[locale] ?? t.faq.noAnswer(language) };
  });
