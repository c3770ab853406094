import { z } from '@hono/zod-openapi';
import { narrow, visible } from '../text/normalise.ts';

/** Letters and digits of the scripts that names are written in, for patterns that every program's regular expressions know. */
const LETTERS =
  'A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u012f\\u0131-\\u02af\\u0391-\\u03a1\\u03b1-\\u03c9\\u0410-\\u044f\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3';
/** Anything that is seen: neither a blank nor a control or formatting character. */
const BLANKS =
  '\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u0300-\\u036f\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufe00-\\ufe0f\\ufeff';
const VISIBLE = new RegExp(`[^${BLANKS}]`);

/** The number of something, as a string: it may be larger than a float can say. */
export const idShape = (of: string) =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,17}$/)
    .openapi({ description: `The number of ${of}`, example: '12' });

/** Text that shows something, at most so many characters. */
export const textShape = (most: number, example: string) =>
  z
    .string()
    .regex(VISIBLE)
    .refine((text) => [...text].length <= most, { message: `at most ${most} characters` })
    .openapi({ minLength: 1, maxLength: most, example });

/** A name of something: it holds a letter or a digit. */
export const nameShape = (most: number, example: string) =>
  z
    .string()
    .regex(new RegExp(`[${LETTERS}]`))
    .refine((text) => [...text].length <= most, { message: `at most ${most} characters` })
    .openapi({ minLength: 1, maxLength: most, example });

export const tagShape = z
  .string()
  .regex(new RegExp(`^[${LETTERS}_-]{1,40}$`))
  .openapi({ description: 'Without #; kept in lower case', example: 'vip' });

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]";
const LOCAL = `(?:${ATOM}{1,64}|${ATOM}{1,31}[.]${ATOM}{1,31}|${ATOM}{1,20}(?:[.]${ATOM}{1,20}){2}|${ATOM}{1,12}(?:[.]${ATOM}{1,12}){3,4})`;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?';

/** Every address of this form can be kept (`normaliseEmail`). */
export const emailShape = z
  .string()
  .overwrite((text) => narrow(visible(text)))
  .regex(
    new RegExp(`^${LOCAL}@(?:${LABEL}[.]){1,4}[A-Za-z]{2,20}$`),
    'This is no mail address, such as anna@example.com.',
  )
  .openapi({ description: 'A mail address', example: 'anna@example.com' });

export const phoneShape = z
  .string()
  .overwrite((text) => narrow(visible(text)))
  .regex(
    /^[+]?[0-9][0-9 ()-]{4,24}(?:[ ]?(?:;ext=|ext[.]?|x|#|,,|p|w)[ ]?[0-9]{1,8})?$/,
    'This is no phone number, such as +8613800138000.',
  )
  .openapi({
    description:
      'A phone number; one without + is read as a number of the country in the settings. One with an extension (;ext=5, ext. 5, x5, p5) finds them but does not identify them',
    example: '+8613800138000',
  });

/** An instant as it is answered: UTC. */
export const timeShape = z.iso.datetime().openapi({ format: 'date-time', example: '2026-11-21T04:00:00.000Z' });

/** An instant as it may be given: with Z or an offset. */
export const givenTimeShape = z.iso
  .datetime({ offset: true })
  .openapi({ format: 'date-time', example: '2026-11-21T12:00:00+08:00' });

const MOST_MINOR = Number.MAX_SAFE_INTEGER;
export const minorShape = z.int().min(-MOST_MINOR).max(MOST_MINOR).openapi({
  description: 'In the smallest unit of the currency: 12.80 CNY is 1280, 1280 JPY is 1280',
  example: 128000,
});

export const currencyShape = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .openapi({ description: 'ISO 4217', example: 'CNY' });

export const moneyShape = z.strictObject({ minor: minorShape.min(0), currency: currencyShape });

export const languageShape = z.enum(['zh-CN', 'en']).openapi({ example: 'en' });

const DAYS = '[1-9][0-9]{0,3}d';
const COUNT = '(?:>=|<=|>|<)?[0-9]{1,6}';
const QUOTED = `"[${LETTERS}](?:[${LETTERS} .-]{0,38}[${LETTERS}])?"`;
const WORD = `[${LETTERS}]{1,40}`;
/** A field's name, or words in it. */
const IN_FIELDS = `"[${LETTERS}](?:[${LETTERS}0-9 .-]{0,38}[${LETTERS}0-9])?"`;
const TERM = [
  `#${WORD}`,
  WORD,
  QUOTED,
  `(?:city|bought|category):(?:${WORD}|${QUOTED})`,
  'lang:(?:zh|en)',
  '(?:channel|reach):(?:telegram|slack|email|phone)',
  'consent:newsletter',
  `last:(?:>=|<=|>|<)?${DAYS}`,
  'age:(?:young|middle|old)',
  '(?:frequency|power):(?:high|medium|low)',
  `(?:since|quiet|new):${DAYS}`,
  'lead:(?:open|won|lost)',
  'ticket:(?:open|none|late|pending|snoozed|inquiry|support|complaint|return|other)',
  'priority:(?:urgent|high|normal|low)',
  `(?:orders|spent):${COUNT}`,
  'owes:(?:us|them)',
  '(?:blocked|closed):(?:yes|no)',
  'birthday:(?:today|tomorrow|[1-9][0-9]?d|none)',
  `address:(?:${WORD}|${QUOTED}|none)`,
  // the owner's own segments and fields: names and kinds are theirs, so what fits the pattern may still be none
  `segment:(?:${WORD}|${QUOTED})`,
  `${IN_FIELDS}:(?:(?:>=|<=|>|<)?(?:[0-9]{1,12}(?:[.][0-9]{1,6})?|[0-9]{4}-[0-9]{2}-[0-9]{2})|${WORD}|${IN_FIELDS})`,
].join('|');

/** The filter language of the chat, in its English words, so that whatever fits the pattern is understood, but for fields. */
export const filterShape = z
  .string()
  .max(400)
  .regex(new RegExp(`^-?(?:${TERM})(?: (?:or )?-?(?:${TERM})){0,19}$`))
  .openapi({
    description:
      'Who is meant, as in /find: `#vip`, `"Anna Smith"`, `city:Shanghai`, `lang:zh`, `channel:email`, `since:90d` (seen), `quiet:90d` (not seen), `new:30d`, `last:>60d` (last bought more than 60 days ago), `reach:email`, `consent:newsletter`, `age:young`, `frequency:high`, `power:low`, `lead:open`, `ticket:open`, `priority:urgent`, `orders:>=2`, `spent:>1000`, `bought:tea`, `category:tea`, `owes:us`, `blocked:no`, `closed:no`, `birthday:30d` (today and so many days on), `address:Berlin`, a field of the owner’s own by its name in quotes: `"Shoe size":>38`, `"Joined":none` (`GET /fields` lists them; a name that is none, or a value that does not fit, is refused with 422), a segment by its name: `segment:regulars` (one that is none is refused with 422); `-` in front means not, `or` parts groups.',
    example: '#vip -city:Shanghai or orders:>=2',
  });

const MOST_ON_PAGE = 200;
const ON_PAGE = 50;

/** What every list takes. */
export const pageShape = {
  limit: z
    .string()
    .regex(/^(?:[1-9][0-9]?|1[0-9]{2}|200)$/)
    .transform(Number)
    .default(ON_PAGE)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: MOST_ON_PAGE,
      default: ON_PAGE,
      description: 'How many at most',
      example: 50,
    }),
  cursor: z
    .string()
    .regex(/^p[0-9a-z]{1,12}$/)
    .optional()
    .openapi({ description: '`next` of the page before', example: 'p1c' }),
  sort: z.enum(['id', '-id']).default('-id').openapi({ description: '`-id`: the newest first', example: '-id' }),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    data: z.array(item),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null: this is the last' }),
  });

export const time = (at: Date): string => at.toISOString();
export const timeOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
