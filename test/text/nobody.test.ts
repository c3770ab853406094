import { describe, expect, it } from 'vitest';
import { isNobodys, isPrograms, isRelay, mayPassOn, readsNobodyAt } from '../../src/text/nobody.ts';

describe('behind an address', () => {
  it.each([
    'no_reply@x.example',
    'bookings-noreply@x.example',
    'calendar-noreply@google.com',
    'calendar-notification@google.com',
    'notifications+7@x.example',
    'newsletter@x.example',
    'list-bounces@x.example',
    'mailer-daemon@x.example',
    'auto-confirm@x.example',
  ])('nobody reads: %s', (address) => {
    expect(readsNobodyAt(address)).toBe(true);
    expect(isPrograms(address)).toBe(true);
  });

  it.each([
    'news-desk@x.example',
    'mailer@x.example',
    'inbox@x.example',
    'phone@x.example',
    'messages@x.example',
    'norbert@x.example',
    'replyton@x.example',
  ])('somebody may read: %s', (address) => {
    expect(readsNobodyAt(address)).toBe(false);
    expect(isPrograms(address)).toBe(false);
  });

  it('a program takes answers, or one talk does', () => {
    expect([isPrograms('reply+x@y.example'), isNobodys('reply+x@y.example')]).toEqual([true, false]);
    expect([isRelay('anna_x7@members.market.example'), isRelay('anna@market.example')]).toEqual([true, false]);
    expect([mayPassOn('inbox@x.example'), mayPassOn('anna@x.example')]).toEqual([true, false]);
  });
});
