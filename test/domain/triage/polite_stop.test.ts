import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/index.ts';
import { growsTooFast } from '../../support/linear.ts';

const taken = (text: string): string => {
  const { label, sublabel, accepted } = triage({ text, signals: {} });
  return `${label}/${sublabel}/${accepted}`;
};

describe('whoever says stop politely', () => {
  it.each([
    ...['Stop. Thank you', 'Thanks, stop', 'No thanks, stop', 'Please stop, thank you!', 'STOP please', 'OK stop'],
    ...['STOP\n\nSent from my iPhone', 'ARRET', 'ARRÊT', 'STOP STOP'],
  ])('wants no more of it: %s', (text) => {
    expect(taken(text)).toBe('other/unsubscribe/true');
  });

  it.each(['Stop. Where is my order?', 'Thanks, the parcel arrived', 'Please stop the order', 'Thank you'])(
    'control: %s is no stop alone',
    (text) => {
      expect(taken(text)).not.toBe('other/unsubscribe/true');
    },
  );

  it('is read in time that grows with the words', () => {
    const make = (size: number) => `stop${' thanks'.repeat(size / 7)} ok`;
    expect(growsTooFast((text) => triage({ text, signals: {} }), make)).toBeUndefined();
  });
});
