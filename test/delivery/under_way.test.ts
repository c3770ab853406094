import { expect, it } from 'vitest';
import { UnderWay } from '../../src/delivery/under_way.ts';

/** A channel at whose doubts nobody can look, and one where one can. */
const blind = { perSecond: 1000 };
const open = { perSecond: 1000, lookUp: async () => ({}) };

function underWay() {
  let now = 0;
  const sends = new UnderWay(() => now);
  /** One send after another, each of which takes so long: what follows knows what a send takes. */
  const know = (channel: string, ms: number) => {
    for (let times = 0; times < 20; times += 1) {
      const end = sends.begin(channel);
      now += ms;
      end();
    }
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { sends, know, pass };
}

it('one message at a time leaves where nobody can look whether it has gone, so that a death leaves one doubt', () => {
  const { sends, know } = underWay();
  know('chat', 200);
  expect(sends.room('chat', blind)).toBe(1);
  const end = sends.begin('chat');
  expect(sends.room('chat', blind)).toBe(0);
  end();
  expect(sends.room('chat', blind)).toBe(1);
});

it('two leave side by side where one can look, if the rate needs it', () => {
  const { sends, know } = underWay();
  know('mail', 200);
  expect(sends.room('mail', open)).toBe(2);
  expect(sends.room('mail', { ...open, perSecond: 1 })).toBe(1);
});

it('what takes long holds up no other, up to eight of them', () => {
  const { sends, pass } = underWay();
  for (let nth = 0; nth < 8; nth += 1) {
    expect(sends.room('chat', blind)).toBe(1);
    sends.begin('chat');
    pass(1_000);
  }
  expect(sends.room('chat', blind)).toBe(0);
});
