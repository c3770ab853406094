import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';

/** What customers read that names the business: with its name, or without where the owner has given none. */
const naming = (locale: (typeof locales)[number], business: string): string[] => {
  const { webForm, consent, preferences, customer, away } = texts(locale);
  const { confirm } = webForm;
  return [
    ...[webForm.newsletterBox(business), confirm.subject(business, 'X'), confirm.mail(business, 'X', 'U')],
    ...[confirm.again(business, 'X', 'U'), confirm.title(business), consent.goodbye(business)],
    ...[
      preferences.title(business),
      preferences.words(business, 'X'),
      customer.welcome(business),
      away.answer(business, 'W'),
    ],
  ];
};

describe('a business without a name', () => {
  it.each(locales)('leaves no hole in what customers read (%s)', (locale) => {
    const holes = /「」|(?<=\S) {2}|^ | $| [:,.]|\b(?:from|May|Yes,) (?:here|by|write|may)\b/u;
    for (const text of naming(locale, '')) expect(text).not.toMatch(holes);
    // the control: with a name, the name stands there
    for (const text of naming(locale, 'Hill Tea')) expect(text).toContain('Hill Tea');
    expect('Please confirm: news from ').toMatch(holes);
  });
});
