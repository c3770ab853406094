import { LETTERS, REMOTE } from '../../channel.ts';
import type { CommandContext } from '../command.ts';

/** Mail, where it can be sent; else the first channel that is set up. */
export function firstWay({ channels }: Pick<CommandContext, 'channels'>): string {
  const ways = [...LETTERS, ...REMOTE];
  return ways.find((name) => channels.some((way) => way.name === name && way.on)) ?? ways[0]!;
}
