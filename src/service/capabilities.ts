import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Capabilities } from '../domain/context.ts';
import type { FileStore } from '../files/store.ts';
import { renderPdf } from '../lib/pdf/render.ts';
import { MOMENT_SECONDS } from '../outbox/change.ts';
import { derived, type Key, opens, seal } from '../vault/seal.ts';
import { hookSecret, providers } from '../webhooks/providers.ts';
import { readShopKey } from '../webhooks/pull/apis.ts';
import { askEach } from './channels.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN_BYTES = 16;

/** What the domain gets from the outside world. */
export function capabilities(
  key: Key,
  config: Pick<Config, 'channels' | 'publicUrl' | 'hookAllowHosts'>,
  files: FileStore,
): Capabilities {
  return {
    random: token,
    seal: (plain, about) => seal(key, plain, about),
    opens: (sealed, about) => opens(key, sealed, about),
    linkKey: derived(key, 'links'),
    sha256: (text) => createHash('sha256').update(text).digest(),
    channels: askEach(config.channels, (channel, own) => channel.ways(own)).flatMap(([, ways]) => ways),
    providers: providers.map((provider) => provider.name),
    hookSecret,
    readShopKey: (provider, words) => readShopKey(provider, words, config.hookAllowHosts),
    ownerEmails: askEach(config.channels, (channel, own) => channel.ownerAddresses?.(own)).flatMap(([, some]) => some),
    ownAddresses: Object.fromEntries(askEach(config.channels, (channel, own) => channel.ownAddress?.(own))),
    shortTexts: Object.fromEntries(askEach(config.channels, (channel, own) => channel.shortTexts?.(own))),
    deskChats: Object.fromEntries(askEach(config.channels, (channel, own) => channel.deskChat?.(own))),
    allowedHosts: config.hookAllowHosts,
    publicUrl: config.publicUrl,
    albumSeconds: MOMENT_SECONDS,
    renderPdf,
    keepFile: (bytes) => files.put(bytes),
    readFile: (ref) => files.read(ref),
    dropFiles: (which) => files.removeUnnamed(which),
  };
}

/** 16 characters of 5 random bits each: 80 bits. */
function token(): string {
  return [...randomBytes(TOKEN_BYTES)].map((byte) => ALPHABET[byte & 31]).join('');
}
