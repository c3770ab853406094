import { type Locale, locales } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { loadFields } from '../../people/fields/field.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import type { Compiled, Variants } from '../../templates/compile.ts';
import type { TemplateFault } from '../../templates/fault.ts';
import { fieldNames } from '../../templates/person_data.ts';
import type { Template } from '../../templates/template.ts';
import { VARIABLES } from '../../templates/variables.ts';
import type { CommandContext } from '../command.ts';
import { paged } from '../paged.ts';

const SUBJECT_GRAPHEMES = 60;
/** A message of a chat holds about four thousand characters. */
const SHOWN_GRAPHEMES = 1500;

/** What reads templates is loaded when one is first used. */
export async function compiled(ctx: CommandContext, variants: Variants): Promise<Compiled | TemplateFault> {
  const { compile } = await import('../../templates/compile.ts');
  return compile(variants, { fields: fieldNames(await loadFields(ctx.tx)) });
}

/** Why nothing could be sent with it. */
export async function faultIn(ctx: CommandContext, variants: Variants, front?: Front): Promise<Reply | undefined> {
  const read = await compiled(ctx, variants);
  if ('render' in read) return undefined;
  const buttons = front ? await mends(ctx, variants, read, front) : [];
  return { ...faultReply(ctx, read), ...(buttons.length > 0 && { buttons }) };
}

/** The command line in front of a subject and a text in that language. */
type Front = (locale: Locale) => string;

/** What another system would fill in: in our way, or to be read as it stands. */
export async function mends(
  ctx: CommandContext,
  variants: Variants,
  { locale, where }: TemplateFault,
  front: Front,
): Promise<Button[][]> {
  const variant = variants.of[locale];
  if (where.kind !== 'foreign' || !variant) return [];
  const { asItStands, inOurWay } = await import('../../templates/foreign.ts');
  const fields = fieldNames(await loadFields(ctx.tx));
  const line = (change: (text: string) => string) =>
    `${front(locale)}\n${change(variant.subject)}\n${change(variant.body)}`;
  const { template: t } = ctx.t;
  return [
    [
      ...(where.to === undefined
        ? []
        : [{ label: t.inOurWay(where.to), command: line((text) => inOurWay(text, locale, fields)) }]),
      { label: t.asItStands(where.name), command: line((text) => asItStands(text, where.name, fields)) },
    ],
  ];
}

export const faultReply = (ctx: CommandContext, fault: TemplateFault): Reply =>
  failed(faultText(ctx.t, fault), { hint: variablesOf(ctx) });

/** Where what is wrong, and why. */
export function faultText({ template, language }: Texts, { locale, part, where }: TemplateFault): string {
  const place = template.where(language.name[locale], template.part[part], where.line);
  const said =
    where.kind === 'foreign' ? template.foreign(where.name, where.to) : template.fault[where.kind](where.name);
  return `${place}${said}`;
}

/** What may be asked for, in the words of whoever reads. */
function variablesOf({ t, locale }: CommandContext): string {
  const words = texts(locale).typed.template.variable;
  return t.template.variables(VARIABLES.map((name) => `{{ ${words[name][0]} }}`).join(' '));
}

export async function shownAll(ctx: CommandContext, templates: readonly Template[], page: number): Promise<Reply> {
  const { t } = ctx;
  const reply = await paged(ctx, page, {
    title: t.template.list,
    empty: t.template.none,
    command: '/template',
    count: async () => templates.length,
    load: (limit, offset) => Promise.all(templates.slice(offset, offset + limit).map((one) => itemOf(ctx, one))),
  });
  return { ...reply, hint: t.template.hint };
}

/** With what is wrong with it: a field that it asks for may be there no more. */
async function itemOf(ctx: CommandContext, { id, name, variants }: Template): Promise<Item> {
  const { t } = ctx;
  const fault = await faultIn(ctx, variants);
  const written = locales.filter((locale) => variants.of[locale]).map((locale) => t.language.name[locale]);
  const subject = variants.of[variants.fallback]?.subject ?? '';
  return {
    text: name,
    detail: [truncate(subject, SUBJECT_GRAPHEMES), written.join(', '), fault?.text && `⚠ ${fault.text}`]
      .filter(Boolean)
      .join(' · '),
    buttons: [{ label: name, command: `/template m${id}` }],
  };
}

/** What is written, in each language, with what can be done. */
export async function shownOne(ctx: CommandContext, { id, name, variants }: Template): Promise<Reply> {
  const { t } = ctx;
  const written = locales.filter((locale) => variants.of[locale]);
  const fields = written.map((locale) => {
    const { subject, body } = variants.of[locale]!;
    return { label: labelOf(t, locale, variants), value: `${subject}\n\n${truncate(body, SHOWN_GRAPHEMES)}` };
  });
  const fault = await faultIn(ctx, variants);
  const edits = locales.map((locale): Button => {
    const label = t.template.edit(t.language.name[locale]);
    return { label, command: `/template edit m${id} ${locale}`, asks: true };
  });
  const others = written.filter((locale) => locale !== variants.fallback);
  return {
    title: name,
    ...(fault?.text && { text: `⚠ ${fault.text}` }),
    fields,
    buttons: [
      [{ label: t.template.preview, command: `/template preview m${id}` }],
      edits,
      others.map((locale) => ({
        label: t.template.fallTo(t.language.name[locale]),
        command: `/template fallback m${id} ${locale}`,
      })),
      [
        { label: t.template.rename, command: `/template rename m${id}`, asks: true as const },
        { label: t.template.remove, command: `/template delete m${id}` },
      ],
    ].filter(({ length }) => length > 0),
  };
}

const labelOf = (t: Texts, locale: Locale, { fallback }: Variants): string =>
  locale === fallback ? t.template.forOthersToo(t.language.name[locale]) : t.language.name[locale];

/** It was kept, and whom it is for. */
export function saved({ t }: CommandContext, { id, name, variants }: Template, locale: Locale): Reply {
  const other = locales.find((one) => !variants.of[one]);
  const more: Button[] = other
    ? [{ label: t.template.edit(t.language.name[other]), command: `/template edit m${id} ${other}`, asks: true }]
    : [];
  return {
    text: t.template.saved(name, t.language.name[locale]),
    ...(other && { hint: t.template.others(t.language.name[variants.fallback]) }),
    buttons: [[{ label: t.template.preview, command: `/template preview m${id}` }, ...more]],
  };
}
