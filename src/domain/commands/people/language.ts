import type { Locale } from '../../../text/locale.ts';
import { firstForWhom } from '../../../text/person/for_whom.ts';
import { contactCard } from '../../desk/contact_card.ts';
import { setLanguage } from '../../people/contact_language.ts';
import { type Command, Incomplete } from '../command.ts';
import { pickNamed } from '../who/pick.ts';
import { localeIn } from '../words/words.ts';

interface Args {
  who: string;
  locale: Locale;
}

/** chinese for Anna is Anna chinese. */
function languageLast(words: string): string {
  const { first, who } = firstForWhom(words) ?? {};
  return first && who && localeIn(first) && !localeIn(who) ? `${who} ${first}` : words;
}

/** '/language 张三 en': what canned replies and greetings are written in for them. */
export const language: Command<Args> = {
  name: 'language',
  role: 'helper',
  changes: true,
  settles: 'language',
  parse(words, { replying }) {
    const parts = languageLast(words).split(/\s+/u);
    const locale = localeIn(parts.pop() ?? '');
    const who = parts.join(' ');
    if (!locale) return new Incomplete('language', (more, card) => `${words || card.contact} ${more}`);
    return who || replying ? { who, locale } : new Incomplete('name');
  },
  async run(ctx, { who, locale }) {
    const picked = await pickNamed(ctx, who, (ref) => `/language ${ref} ${locale}`);
    if ('ask' in picked) return picked.ask;
    await setLanguage(ctx.tx, picked.contact.id, { locale, localeFrom: 'owner' });
    return contactCard(ctx, ctx.t, ctx.locale, picked.contact.id);
  },
};
