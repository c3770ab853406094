import { describe, expect, it } from 'vitest';
import { channelFacts } from '../../src/domain/channel.ts';
import { providers } from '../../src/webhooks/providers.ts';
import { sourcesIn, textOf } from '../support/sources/imports.ts';

/** All that lies between the channels. */
const ROOMS = ['src/domain', 'src/outbox', 'src/delivery', 'src/files'];
/** Where the channels stand with what is asked of them. */
const SAYS = 'src/domain/channel.ts';
const names = [...Object.keys(channelFacts), ...providers.map(({ name }) => name)];
/** A name in quotes, in SQL too, alone or before the colon of a source. */
const NAMED = new RegExp(`['"\`](?:${names.join('|')})['"\`:]`, 'g');
/** `email` is what a mail address is kept under as well: that is said once. */
const KEPT_UNDER = "src/domain/people/sign.ts: 'email'";
/** Of a web form it is what is asked for, and HTML's own word for that. */
const ASKED =
  /^src\/domain\/(?:web_form_event|webforms\/(?:markup|web_form)|commands\/sell\/form_change)\.ts: ['"]email['"]$/;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '');

const namedIn = (file: string, text: string): string[] =>
  [...withoutComments(text).matchAll(NAMED)].map(([name]) => `${file}: ${name}`);

describe('what lies between the channels', () => {
  it('asks what a channel or shop is like, and never which one it is', () => {
    const files = ROOMS.flatMap(sourcesIn).filter((file) => file !== SAYS);
    const named = files.flatMap((file) => namedIn(file, textOf(file)));
    expect(named.filter((one) => !ASKED.test(one))).toEqual([KEPT_UNDER]);
  });

  it('control: a name is seen in code, in SQL and in a source, and is none in a comment', () => {
    const code = `
      /** As 'slack' does. */
      if (channel === 'telegram') return; // not 'console'
      await sql\`select from outbox where channel = 'email'\`;
      const source = \`shopify:\${id}\`;`;
    expect(namedIn('a.ts', code)).toEqual(["a.ts: 'telegram'", "a.ts: 'email'", 'a.ts: `shopify:']);
  });
});
