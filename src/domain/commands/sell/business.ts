import { quoteTermIn } from '../../../text/money/quote_terms.ts';
import { texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import {
  businessOf,
  daysOf,
  isNumberStyle,
  LONGEST_FACT,
  LONGEST_TERMS,
  MOST_DAYS,
  numbersOf,
} from '../../sell/quote/business.ts';
import { type Business, loadSettings, saveSetting } from '../../settings.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { splitFirst } from '../words/words.ts';

type Fact = Exclude<keyof Business, 'logo'> | 'name';
const FACTS = ['name', 'address', 'taxId', 'bank', 'tax', 'days', 'terms', 'numbers'] as const satisfies Fact[];
const BY_WORD = typedMeanings<Fact>((typed) => typed.businessFacts);
const NONE = typedWords(({ off }) => off);

/** '/business' shows what stands on documents, '/business address …' sets a part of it, '/business bank off' leaves it out. */
export const business: Command<{ fact: Fact | undefined; value: string }> = {
  name: 'business',
  role: 'owner',
  changes: true,
  settles: 'settings',
  saidAtOnce: 'shows',
  onlyShows: ({ value }) => value === '',
  parse(words) {
    const [word, value] = splitFirst(words);
    if (!word) return { fact: undefined, value: '' };
    const fact = BY_WORD.get(word.toLowerCase());
    return fact ? { fact, value } : new Incomplete('businessFact', 'instead', words);
  },
  async run(ctx, { fact, value }) {
    if (!fact) return overview(ctx);
    if (value === '') return askFor(ctx, fact);
    const changed = read(ctx, fact, NONE.has(value.toLowerCase()) ? '' : value);
    if (!changed) return { ...askFor(ctx, fact), failed: true, text: ctx.t.business.wrong[fact] };
    if (fact === 'name') await saveSetting(ctx.tx, 'businessName', value);
    else await saveSetting(ctx.tx, 'business', changed);
    return overview({ ...ctx, settings: await loadSettings(ctx.tx, ctx.settings) }, ctx.t.business.kept);
  },
};

/** What it is then; undefined: the value is none. '' takes it away. */
function read(ctx: CommandContext, fact: Fact, value: string): Business | undefined {
  const { [fact as keyof Business]: _, ...others } = businessOf(ctx.settings);
  if (fact === 'name') return value === '' || value.length > LONGEST_FACT ? undefined : others;
  if (value === '') return others;
  if (fact === 'tax') {
    const tax = quoteTermIn(value, momentOf(ctx))?.tax;
    if (tax === 'none') return others;
    return tax?.included === undefined ? undefined : { ...others, tax: { ...tax, included: tax.included } };
  }
  if (fact === 'days') {
    const days = /^\d{1,3}/.exec(value)?.[0];
    return days !== undefined && Number(days) <= MOST_DAYS ? { ...others, days: Number(days) } : undefined;
  }
  if (fact === 'numbers') return isNumberStyle(value) ? { ...others, numbers: value } : undefined;
  return value.length > (fact === 'terms' ? LONGEST_TERMS : LONGEST_FACT) ? undefined : { ...others, [fact]: value };
}

function overview(ctx: CommandContext, text?: string): Reply {
  const { t, settings } = ctx;
  const { address = '', taxId = '', bank = '', terms = '', tax } = businessOf(settings);
  const days = daysOf(businessOf(settings));
  const rate = tax && (tax.included ? t.quoteCard.taxWithin(tax.percent) : t.quoteCard.taxOnTop(tax.percent));
  const shown: Record<Fact, string> = {
    ...{ name: settings.businessName, address, taxId, bank, terms, tax: rate ?? '' },
    days: days > 0 ? t.business.days(days) : t.business.endless,
    numbers: numbersOf(businessOf(settings)),
  };
  const buttons = FACTS.map(
    (fact): Button => ({ label: t.business.facts[fact], command: `/business ${wordOf(fact)}` }),
  );
  return {
    title: t.business.title,
    ...(text && { text }),
    fields: FACTS.map((fact) => ({ label: t.business.facts[fact], value: shown[fact] || t.business.missing })),
    buttons: [buttons.slice(0, 4), buttons.slice(4)],
    hint: t.business.hint,
  };
}

/** As our own buttons write it. */
const wordOf = (fact: Fact): string => texts('en').typed.businessFacts[fact][0]!;

/** What is typed next is the value. */
function askFor({ t }: CommandContext, fact: Fact): Reply {
  return failed(t.business.ask[fact], {
    rest: { before: `/business ${wordOf(fact)} `, after: '', need: 'text' },
    asks: t.business.facts[fact],
  });
}
