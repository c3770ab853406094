import type { Config } from '../config.ts';
import { LOCAL } from '../domain/channel.ts';
import { newPairingCode } from '../domain/owner/pairing.ts';
import { restingSite } from '../domain/owner/site.ts';
import { shutConnections } from '../domain/sell/connection.ts';
import { loadSettings } from '../domain/settings.ts';
import { type Texts, texts } from '../text/texts.ts';
import { askEach } from './channels.ts';
import type { Service } from './service.ts';

/**
 * Says what is on, what is off and how to turn it on, and how to pair: at most 12 lines, plus one if something is
 * wrong.
 */
export async function banner(service: Service, config: Config): Promise<string> {
  const { house, url } = service;
  const settings = await loadSettings(house.db.sql, config.settings);
  const all = texts(settings.locale);
  const t = all.banner;
  const lines = [t.ready(url), config.databaseUrl ? t.ownDatabase : t.embedded(config.dataDir)];
  const site = await restingSite(house.db.sql);
  if (site && house.resting()) lines.push(`⏸ ${all.rest.why[site.doubt]}`);
  for (const [, said] of askEach(config.channels, (channel, own) => channel.banner(own)))
    lines.push(...said.map((line) => t[line]));
  lines.push(t.shops);
  const { locale, timezone, currency, country } = settings;
  lines.push(all.start.settings(all.language.name[locale], timezone, currency, country));
  if (config.askedLocale && config.askedLocale !== locale) {
    // in the language that LOCALE asked for, because whoever set it reads that language
    lines.push(texts(config.askedLocale).banner.otherLanguage(config.askedLocale, all.language.name[locale]));
  }
  const shut = await shutShops(service, all);
  if (shut) lines.push(t.keyMissing(shut));
  if (!(await isPaired(service))) {
    lines.push(t.pair(await house.act((ctx) => newPairingCode(ctx))));
  }
  lines.push(process.stdin.isTTY ? t.prompt : t.say);
  return lines.join('\n');
}

/** The shops whose secret our key does not open, named as in /status; '' for none. */
async function shutShops({ house }: Service, { channel }: Texts): Promise<string> {
  const shut = await house.act((ctx) => shutConnections(ctx.tx, ctx.opens));
  return shut.map(({ provider, id }) => `${channel(provider)} · ${id}`).join(', ');
}

async function isPaired({ house }: Service): Promise<boolean> {
  const [row] = await house.db.sql`select from user_identities where channel <> all(${LOCAL}) limit 1`;
  return row !== undefined;
}
