import { locales } from '../../../text/locale.ts';
import { isCurrency } from '../../../text/money/money.ts';
import { daysSaid, taxIn } from '../../../text/money/quote_terms.ts';
import { texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { carried } from '../../attachment.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { reminderDays } from '../../sell/contract/due.ts';
import { invoiceNumbersOf, payDaysOf } from '../../sell/invoice/invoice.ts';
import { ANY, asTemplate, faultOf, leftOpen } from '../../sell/invoice/pay_link.ts';
import {
  isPictureName,
  type KNOWN,
  MOST_PICTURES,
  payPicturesOf,
  pictureName,
} from '../../sell/invoice/pay_picture.ts';
import {
  businessOf,
  changeBusiness,
  daysOf,
  isNumberStyle,
  LONGEST_FACT,
  LONGEST_TERMS,
  lockBusiness,
  MOST_DAYS,
  numbersOf,
} from '../../sell/quote/business.ts';
import { type Business, loadSettings, type PictureSent, saveSetting } from '../../settings.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';

type Change = Parameters<typeof changeBusiness>[1];
type Fact = Exclude<keyof Business, 'logo' | 'logoSent' | 'payLinks' | 'payPictures' | 'payPicturesSent'> | 'name';
const FACTS = [
  'name',
  'address',
  'taxId',
  'bank',
  'tax',
  'days',
  'terms',
  'numbers',
  'payDays',
  'invoiceNumbers',
  'contractDays',
] as const satisfies Fact[];
const BY_WORD = typedMeanings<Fact | 'logo' | 'payLink'>((typed) => typed.businessFacts);
/** As each part is typed, and as it is called where it is shown: tax ID, Valid for. The longest comes first. */
const LABELS = [
  ...BY_WORD,
  ...locales.flatMap((locale) =>
    FACTS.map((fact) => [texts(locale).business.facts[fact].toLowerCase(), fact] as const),
  ),
  ...locales.flatMap((locale) => {
    const { payLink, payPicture } = texts(locale).invoice;
    return [payLink.label, payPicture.label].map((label) => [label.toLowerCase(), 'payLink'] as const);
  }),
]
  .map(([label, fact]) => ({ label, fact }))
  .sort((one, other) => other.label.length - one.label.length);
const PICTURES = typedMeanings<(typeof KNOWN)[number]>((typed) => typed.payPictures);
const NONE = typedWords(({ off }) => off);

/** '/business' shows what stands on documents, '/business address …' sets a part of it, '/business bank off' leaves it out. */
export const business: Command<{ fact: Fact | 'logo' | 'payLink' | undefined; value: string }> = {
  name: 'business',
  role: 'owner',
  changes: true,
  settles: 'settings',
  saidAtOnce: 'shows',
  onlyShows: ({ fact, value }) => value === '' && fact !== 'logo',
  parse(words) {
    if (!words) return { fact: undefined, value: '' };
    const said = words.toLowerCase();
    const called = LABELS.find(
      ({ label }) => said === label || (said.startsWith(label) && /^[\s:：]/u.test(said.slice(label.length))),
    );
    const behind = called && words.slice(called.label.length).replace(/^[\s:：]+/u, '');
    if (called && behind !== undefined) return { fact: called.fact, value: behind };
    return new Incomplete('businessFact', 'instead', words);
  },
  async run(ctx, { fact, value }) {
    if (!fact) return overview(ctx);
    if (fact === 'logo') return logo(ctx, value);
    if (fact === 'payLink') return payLink(ctx, value);
    if (value === '') return askFor(ctx, fact);
    const changed = read(fact, NONE.has(value.toLowerCase()) ? '' : value);
    const tax = fact === 'tax' ? (taxIn(value) ?? taxIn(`tax ${value}`)) : undefined;
    if (!changed && tax && tax !== 'none') return askWhichTax(ctx, tax.percent);
    if (!changed) return { ...askFor(ctx, fact), failed: true, text: ctx.t.business.wrong[fact] };
    if (fact === 'name') await saveSetting(ctx.tx, 'businessName', value);
    else await changeBusiness(ctx.tx, changed);
    return overview({ ...ctx, settings: await loadSettings(ctx.tx, ctx.settings) }, ctx.t.business.kept);
  },
};

/** The picture that came with the line, which is fetched in a moment; 'off' leaves the logo out. */
async function logo(ctx: CommandContext, value: string): Promise<Reply> {
  const { t } = ctx;
  if (NONE.has(value.toLowerCase())) {
    await changeBusiness(ctx.tx, { logo: null, logoSent: null });
    return overview({ ...ctx, settings: await loadSettings(ctx.tx, ctx.settings) }, t.business.kept);
  }
  const logoSent = pictureSent(ctx);
  if (!logoSent) return failed(t.business.logoHow);
  await changeBusiness(ctx.tx, { logoSent });
  return { text: t.business.logoComes };
}

/** What came with the line, where a document or a page can show it. */
function pictureSent({ files, place: { channel, address } }: CommandContext): PictureSent | undefined {
  const [file] = files ?? [];
  const isPicture = file && (file.kind === 'photo' || /^image\/(?:png|jpeg)$/.test(file.type ?? ''));
  return isPicture ? { file: carried(file, channel), place: { channel, address } } : undefined;
}

/** 'alipay' with a picture, or 'alipay off'; undefined: the words are about a link. */
async function payPicture(ctx: CommandContext, value: string): Promise<Reply | undefined> {
  const t = ctx.t.invoice.payPicture;
  const words = value.split(/\s+/);
  const off = words.length > 1 && NONE.has(words.at(-1)!.toLowerCase());
  const typed = (off ? words.slice(0, -1) : words).join(' ');
  const name = PICTURES.get(typed.toLowerCase()) ?? typed;
  const sent = pictureSent(ctx);
  const isKnown = PICTURES.has(typed.toLowerCase());
  const { payPictures = {}, payPicturesSent = {} } = await lockBusiness(ctx.tx);
  if (off) {
    if (!isKnown && !Object.hasOwn(payPictures, name)) return undefined;
    const { [name]: _, ...pictures } = payPictures;
    const { [name]: __, ...waiting } = payPicturesSent;
    await changeBusiness(ctx.tx, { payPictures: orNull(pictures), payPicturesSent: orNull(waiting) });
    return overview({ ...ctx, settings: await loadSettings(ctx.tx, ctx.settings) }, ctx.t.business.kept);
  }
  if (!sent) return isKnown ? failed(t.how) : undefined;
  if (!isPictureName(name)) return failed(t.how);
  const all = new Set([...Object.keys(payPictures), ...Object.keys(payPicturesSent), name]);
  if (all.size > MOST_PICTURES) return failed(t.many(MOST_PICTURES));
  await changeBusiness(ctx.tx, { payPicturesSent: { ...payPicturesSent, [name]: sent } });
  return { text: t.comes };
}

const orNull = <Part extends object>(part: Part): Part | null => (Object.keys(part).length > 0 ? part : null);

const picturesShown = ({ settings, locale }: CommandContext): string =>
  payPicturesOf(settings)
    .map(({ name }) => pictureName(locale, name))
    .join(' · ');

const OF_CURRENCY = /^([A-Za-z]{3})\s+(\S+)$/;

/** Where people pay: in any currency, or in one; or a picture that they scan. */
async function payLink(ctx: CommandContext, value: string): Promise<Reply> {
  const { payLink: t } = ctx.t.invoice;
  const pictured = await payPicture(ctx, value);
  if (pictured) return pictured;
  const [, code, behind] = OF_CURRENCY.exec(value) ?? [];
  const [currency, typed] = code && isCurrency(code.toUpperCase()) ? [code.toUpperCase(), behind!] : [ANY, value];
  const template = asTemplate(typed);
  const { payLinks = {} } = businessOf(ctx.settings);
  if (value === '')
    return failed([t.how, ctx.t.invoice.payPicture.how].join('\n'), {
      rest: { before: '/business paylink ', after: '' },
      asks: t.label,
    });
  const off = NONE.has(template.toLowerCase());
  const fault = off ? undefined : faultOf(template);
  if (fault) return failed(fault.is === 'address' ? t.wrongAddress : t.wrongPlaceholder(fault.what), { hint: t.how });
  const { [currency]: _, ...others } = payLinks;
  const links = off ? others : { ...others, [currency]: template };
  await changeBusiness(ctx.tx, { payLinks: Object.keys(links).length > 0 ? links : null });
  const open = off ? [] : leftOpen(template).map((what) => t.open[what]);
  const settings = await loadSettings(ctx.tx, ctx.settings);
  return overview({ ...ctx, settings }, [ctx.t.business.kept, ...open].join('\n'));
}

/** What it is then; undefined: the value is none. '' takes it away. */
function read(fact: Fact, value: string): Change | undefined {
  if (fact === 'name') return value === '' || value.length > LONGEST_FACT ? undefined : {};
  if (value === '') return { [fact]: null };
  if (fact === 'tax') {
    const tax = taxIn(value);
    if (tax === 'none') return { tax: null };
    return tax?.included === undefined ? undefined : { tax: { ...tax, included: tax.included } };
  }
  if (fact === 'days' || fact === 'contractDays' || fact === 'payDays') {
    const days = daysSaid(value);
    return days !== undefined && days <= MOST_DAYS ? { [fact]: days } : undefined;
  }
  if (fact === 'numbers' || fact === 'invoiceNumbers') return isNumberStyle(value) ? { [fact]: value } : undefined;
  return value.length > (fact === 'terms' ? LONGEST_TERMS : LONGEST_FACT) ? undefined : { [fact]: value };
}

/** Nobody says whether it is within the prices: each is a tap. */
function askWhichTax({ t }: CommandContext, percent: string): Reply {
  return failed(t.quoteCard.whichTax(percent), {
    buttons: [
      [{ label: t.quoteCard.taxWithin(percent), command: `/business tax incl ${percent}% tax` }],
      [{ label: t.quoteCard.taxOnTop(percent), command: `/business tax plus ${percent}% tax` }],
    ],
  });
}

function overview(ctx: CommandContext, text?: string): Reply {
  const { t, settings } = ctx;
  const { address = '', taxId = '', bank = '', terms = '', tax, logo } = businessOf(settings);
  const days = daysOf(businessOf(settings));
  const rate = tax && (tax.included ? t.quoteCard.taxWithin(tax.percent) : t.quoteCard.taxOnTop(tax.percent));
  const shown: Record<Fact, string> = {
    ...{ name: settings.businessName, address, taxId, bank, terms, tax: rate ?? '' },
    days: days > 0 ? t.business.days(days) : t.business.endless,
    numbers: numbersOf(businessOf(settings)),
    contractDays: t.business.days(reminderDays(ctx)),
    payDays: t.business.days(payDaysOf(businessOf(settings))),
    invoiceNumbers: invoiceNumbersOf(businessOf(settings)),
  };
  const buttons = [
    ...FACTS.map((fact): Button => ({ label: t.business.facts[fact], command: `/business ${wordOf(fact)}` })),
    { label: t.invoice.payLink.label, command: '/business paylink' },
  ];
  return {
    title: t.business.title,
    ...(text && { text }),
    fields: [
      ...FACTS.map((fact) => ({ label: t.business.facts[fact], value: shown[fact] || t.business.missing })),
      { label: t.invoice.payLink.label, value: linksShown(businessOf(settings)) || t.business.missing },
      { label: t.invoice.payPicture.label, value: picturesShown(ctx) || t.business.missing },
      { label: t.business.logo, value: logo ? t.business.logoThere : t.business.missing },
    ],
    buttons: [buttons.slice(0, 4), buttons.slice(4, 8), buttons.slice(8)],
    hint: [t.business.hint, ...(logo ? [] : [t.business.logoHow])].join('\n'),
  };
}

const linksShown = ({ payLinks = {} }: Business): string =>
  Object.entries(payLinks)
    .map(([currency, link]) => (currency === ANY ? link : `${currency}: ${link}`))
    .join('\n');

/** As our own buttons write it. */
const wordOf = (fact: Fact): string => texts('en').typed.businessFacts[fact][0]!;

/** What is typed next is the value. */
function askFor({ t }: CommandContext, fact: Fact): Reply {
  return failed(t.business.ask[fact], {
    rest: { before: `/business ${wordOf(fact)} `, after: '', need: 'text' },
    asks: t.business.facts[fact],
  });
}
