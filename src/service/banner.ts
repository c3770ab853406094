import type { Config } from '../config.ts';
import { LOCAL } from '../domain/event.ts';
import { newPairingCode } from '../domain/owner/pairing.ts';
import { restingSite } from '../domain/owner/site.ts';
import { shutConnections } from '../domain/sell/connection.ts';
import { messages } from '../text/messages.ts';
import { askEach } from './channels.ts';
import type { Service } from './service.ts';

/** What is on, what is off and how to turn it on, and how to pair: at most 15 lines. */
export async function banner(service: Service, config: Config): Promise<string> {
  const t = messages(config.settings.locale).banner;
  const { house, url } = service;
  const lines = [t.ready(url), config.databaseUrl ? t.ownDatabase : t.embedded(config.dataDir)];
  const site = await restingSite(house.db.sql);
  if (site && house.resting()) lines.push(`⏸ ${messages(config.settings.locale).rest.why[site.doubt]}`);
  for (const [, said] of askEach(config.channels, (channel, own) => channel.banner(own)))
    lines.push(...said.map((line) => t[line]));
  lines.push(t.shops);
  const shut = await shutShops(service, config);
  if (shut) lines.push(t.keyMissing(shut));
  if (!(await isPaired(service))) {
    lines.push(t.pair(await house.act((ctx) => newPairingCode(ctx))));
  }
  lines.push(process.stdin.isTTY ? t.prompt : t.say);
  return lines.join('\n');
}

/** Those whose secret the key here does not open, as /status names them; '' for none. */
async function shutShops({ house }: Service, config: Config): Promise<string> {
  const shut = await house.act((ctx) => shutConnections(ctx.tx, ctx.opens));
  return shut.map(({ provider, id }) => `${messages(config.settings.locale).channel(provider)} · ${id}`).join(', ');
}

async function isPaired({ house }: Service): Promise<boolean> {
  const [row] = await house.db.sql`select from user_identities where channel <> all(${LOCAL}) limit 1`;
  return row !== undefined;
}
