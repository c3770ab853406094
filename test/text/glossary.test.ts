import { describe, expect, it } from 'vitest';
import { rooms, rowsOf } from '../../scripts/texts_page.ts';
import { glossary } from '../../src/text/glossary.ts';
import { type Locale, locales } from '../../src/text/locale.ts';
import { texts } from '../../src/text/texts.ts';

/** Every text as it reads; what may be typed has many words for a thing. */
const shown = (await rooms())
  .filter(({ name }) => name !== 'typed')
  .flatMap(rowsOf)
  .flatMap(({ path, shown: ways }) =>
    locales.flatMap((locale) => ways[locale].map((text) => ({ locale, where: `${path}: ${text}`, text }))),
  );
const inLanguage = (locale: Locale) => shown.filter((one) => one.locale === locale);

const holds = (text: string, word: string): boolean =>
  /^[\w -]+$/.test(word) ? new RegExp(`\\b${word}(?!_)`, 'i').test(text) : text.includes(word);

describe.each(locales)('the words of the texts (%s)', (locale) => {
  it('are those of the glossary, each of which is used', () => {
    for (const [idea, terms] of Object.entries(glossary))
      expect(
        inLanguage(locale).filter(({ text }) => holds(text, terms[locale].word)).length,
        `${idea}: ${terms[locale].word}`,
      ).toBeGreaterThan(0);
  });

  it('are no others for the same idea', () => {
    const others = Object.values(glossary).flatMap((terms) => terms[locale].not ?? []);
    // a stage is called as whoever sells calls it: 新线索, 丢单
    const found = inLanguage(locale).filter(
      ({ where, text }) => !where.startsWith('pipeline.stage.') && others.some((word) => holds(text, word)),
    );
    expect(found.map(({ where }) => where)).toEqual([]);
    // the control
    expect(others.some((word) => holds('新线索：林小梅 · a prospect', word))).toBe(true);
  });
});

describe('the marks of the texts', () => {
  const wrong = (locale: Locale, mark: RegExp) =>
    inLanguage(locale).flatMap(({ where, text }) => (mark.test(text) ? where : []));

  it('in Chinese quote with 「」, and in English with “”', () => {
    expect(wrong('zh-CN', /[“”"]/u).filter((where) => !where.includes('crm -- say'))).toEqual([]);
    expect(wrong('en', /[「」]|(?<=\s)"|"(?=\s)/u).filter((where) => !where.includes('crm -- say'))).toEqual([]);
    expect(/[“”"]/u.test('“跳过这次”')).toBe(true);
  });

  it('in Chinese put a full-width colon behind Chinese words', () => {
    // a filter is typed as it is shown
    const filters = /\p{Script=Han}:(?=[\p{Script=Han}\d>…]|telegram)/gu;
    const half = /\p{Script=Han}:/u;
    const found = inLanguage('zh-CN').filter(({ text }) =>
      half.test(text.replace(/\S*:\/\/\S*|机器:进程/gu, '').replace(filters, '')),
    );
    expect(found.map(({ where }) => where)).toEqual([]);
    expect(half.test('电话: 139')).toBe(true);
  });

  it('in Chinese leave a blank between Chinese and Latin words', () => {
    const glued = /\p{Script=Han}[A-Za-z]{2,}|[A-Za-z]{2,}\p{Script=Han}/u;
    const typed = /\/\p{Script=Han}+|[-#]\S+|\p{Script=Han}+:\S+/gu;
    const found = inLanguage('zh-CN').filter(({ text }) => glued.test(text.replace(typed, '')));
    expect(found.map(({ where }) => where)).toEqual([]);
    expect(glued.test('这是Hill Tea的自动回复')).toBe(true);
  });
});

/** What a press is answered with, and no label. */
const TOASTS = ['gone', 'doneAlready'];

describe('the label of a button', () => {
  /** As wide as a phone shows whole where three stand in a row. */
  const fits = (label: string): boolean => {
    const han = [...label].filter((sign) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(sign)).length;
    return han <= 12 && label.length - han <= 18;
  };

  it.each(locales)('fits a third of a phone’s width (%s)', (locale) => {
    const { button, triage, settings, away, help, canned } = texts(locale);
    const labels = Object.entries(button).flatMap(([name, label]) =>
      TOASTS.includes(name) ? [] : typeof label === 'string' ? label : [label(1), label(12)],
    );
    const others = [
      ...Object.values(triage.label).flatMap((label) => [label, triage.refile(label)]),
      ...Object.values(settings.short),
      ...away.spans.map(({ label }) => label),
      ...[help.back, canned.list],
    ];
    expect([...labels, ...others].filter((label) => !fits(label))).toEqual([]);
    expect(fits('Snooze it until tomorrow')).toBe(false);
  });
});
