import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSlack } from '../../src/bots/slack/parse.ts';
import { parseTelegram } from '../../src/bots/telegram/parse.ts';
import { routesOf } from '../../src/service/routes.ts';

/** What neither jsonb nor text can hold. */
const POISON = '\0\ud800';
const HOLDS_POISON = /\\u0000|\\ud[89a-f]/;
const ROOT = new URL('../fixtures/', import.meta.url);
const { routeOf: parse } = routesOf({ telegram: { parse: parseTelegram }, slack: { parse: parseSlack } });

type Path = (string | number)[];

/** Where in it there are words. */
function wordsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, [...path, key]));
}

function poisoned(body: unknown, path: Path): unknown {
  if (path.length === 0) return `${body}${POISON}`;
  const [key, ...rest] = path;
  const copy = structuredClone(body) as Record<string, unknown>;
  copy[key!] = poisoned(copy[key!], rest);
  return copy;
}

const read = (channel: string, body: unknown) =>
  parse(`${channel}:1`)({
    ...{ id: '1', source: `${channel}:1`, externalId: 'x', lane: 'l', attempts: 1, receivedAt: new Date(0) },
    headers: { 'x-shopify-topic': 'orders/updated' },
    body: Buffer.from(JSON.stringify(body)),
  });

const fixtures = ['telegram', 'slack', 'shopify'].flatMap((channel) =>
  readdirSync(new URL(`${channel}/`, ROOT)).map((file): [string, string] => [channel, file]),
);
/** What people and their programs write; not what says of which kind a payload is, which number or when. */
const WRITTEN =
  /(?:^|[._])(?:text|caption|title|name|username|file_id|file_name|mime_type|data|value|emoji|label|trigger_id|note|sku|city|tags)$/;

describe('characters that cannot be stored', () => {
  it.each(fixtures)('reach no event from any string of %s/%s, and lose nobody’s words', async (channel, file) => {
    const body = JSON.parse(readFileSync(new URL(`${channel}/${file}`, ROOT), 'utf8'));
    const whole = await Promise.resolve(read(channel, body));
    for (const path of wordsIn(body)) {
      const written = WRITTEN.test(path.join('.'));
      const event = await Promise.resolve(read(channel, poisoned(body, path))).catch((error: unknown) => {
        // what cannot be read at all waits for a person: a date, a sum
        if (written) throw error;
        return undefined;
      });
      expect(JSON.stringify(event ?? null), path.join('.')).not.toMatch(HOLDS_POISON);
      if (written) expect(event?.kind, path.join('.')).toBe(whole.kind);
    }
  });
});
