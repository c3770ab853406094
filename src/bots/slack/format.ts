import { fileLine } from '../../domain/attachment.ts';
import { type Button, type Item, itemWords, type Reply } from '../../domain/reply.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { cutLength } from '../../text/cut.ts';
import { fieldLines } from '../../text/set/labelled.ts';
import { truncate } from '../../text/truncate.ts';
import { escapeText, pieces } from './mrkdwn.ts';
import { OURS, typedHere } from './typed_here.ts';

/** Limits of Block Kit (docs.slack.dev/reference/block-kit; @slack/types). */
export const LIMITS = { blocks: 50, homeBlocks: 100, section: 3000, label: 75, actions: 25, id: 255 };
/** Longer messages are refused with msg_blocks_too_long at about 13,200 characters (slackapi/bolt-js#2509). */
const MESSAGE_CHARS = 12_000;
/** Slack cuts text at 40,000 characters and asks for no more than 4,000. */
const TEXT_LIMIT = 3900;
const SUMMARY = 150;

type TextObject = { type: 'mrkdwn'; text: string; verbatim: true } | { type: 'plain_text'; text: string };
export type Block =
  | { type: 'section'; text: TextObject }
  | { type: 'context'; elements: TextObject[] }
  | { type: 'actions'; elements: ButtonElement[] };
interface ButtonElement {
  type: 'button';
  action_id: string;
  value: string;
  text: TextObject;
  style?: 'primary' | 'danger';
}

/** What chat.postMessage takes. `text` is shown by notifications and screen readers, and is all that customers get. */
export interface SlackText {
  text: string;
  blocks?: Block[];
}

/**
 * A reply as one or more messages within Slack's limits. Customers get text. Empty if there is nothing to say. `alone`: only one person
 * sees it, in a chat of two or where they typed: a question is answered by what they type next.
 */
export function formatSlack(
  reply: Reply,
  audience: OutboxMessage['audience'] = 'owner',
  { alone = false } = {},
): SlackText[] {
  if (audience !== 'owner') return toPeople(reply);
  const shown = typedHere(reply);
  const text = escapeText(truncate(plainOf(shown), SUMMARY)) || '…';
  return messagesOf([...blocksOf(shown), ...fieldFor(shown, alone)]).map((blocks) => ({ text, blocks }));
}

/** What is to be typed as an answer: no field opens for it here, and a command may be typed where our chat is not. */
function fieldFor({ asks, rest }: Reply, alone: boolean): Block[] {
  const words = asks && rest && (alone ? `✎ ${OURS} … — ${asks}` : `✎ ${asks}`);
  return words ? [{ type: 'context', elements: [mrkdwn(escapeText(truncate(words, LIMITS.label * 4)))] }] : [];
}

/** What others get: text, and below it what they answer with. */
function toPeople(reply: Reply): SlackText[] {
  const texts = pieces(plainOf(reply), TEXT_LIMIT).map((text): SlackText => ({ text }));
  const last = texts.at(-1);
  const rows = (reply.buttons ?? []).flatMap(actions);
  if (!last || rows.length === 0) return texts;
  return [...texts.slice(0, -1), { ...last, blocks: [...sections(last.text, asEscaped), ...rows] }];
}

const asEscaped = (piece: string): string => piece;

/** A reply as the view of App Home. Blocks beyond 100 are left out; the same command in a message shows them. */
export function formatHome(reply: Reply): { type: 'home'; blocks: Block[] } {
  return { type: 'home', blocks: blocksOf(typedHere(reply)).slice(0, LIMITS.homeBlocks) };
}

function plainOf(reply: Reply): string {
  const fields = fieldLines(reply.fields ?? []);
  const lists = (reply.lists ?? []).flatMap(({ title, items }) => [title ?? '', ...items.map(lineOfItem)]);
  const words = [reply.title, reply.text, reply.quote, reply.copy, fields.join('\n'), lists.filter(Boolean).join('\n')];
  const parts = [...words, reply.hint, (reply.done ?? []).join('\n')];
  return parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');
}

function blocksOf(reply: Reply): Block[] {
  return [
    ...sections(reply.title, bold),
    ...sections(reply.text),
    ...sections(reply.quote, quoted),
    ...sections(reply.copy, asCode),
    ...sections((reply.attachments ?? []).map(fileLine).join('\n')),
    ...sections(fieldLines(reply.fields ?? []).join('\n')),
    ...(reply.lists ?? []).flatMap(({ title, items }) => [...sections(title, bold), ...itemBlocks(items)]),
    ...sections((reply.done ?? []).join('\n'), bold),
    ...(reply.buttons ?? []).flatMap(actions),
    ...pieces(reply.hint ?? '', LIMITS.section).map((text): Block => ({ type: 'context', elements: [mrkdwn(text)] })),
  ];
}

/** Items without buttons stand together; an item with buttons has them directly below it. */
function itemBlocks(items: readonly Item[]): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  for (const item of items) {
    lines.push(`• ${lineOfItem(item)}`);
    if (!item.buttons?.length) continue;
    blocks.push(...sections(lines.join('\n')), ...actions(item.buttons));
    lines = [];
  }
  return [...blocks, ...sections(lines.join('\n'))];
}

function sections(text = '', render?: (piece: string) => string): Block[] {
  return pieces(text, LIMITS.section, render).map((piece) => ({ type: 'section', text: mrkdwn(piece) }));
}

/** Verbatim: Slack does not turn bare addresses and @names in it into links and mentions. */
function mrkdwn(text: string): TextObject {
  return { type: 'mrkdwn', text, verbatim: true };
}

function bold(text: string): string {
  return escapeText(text)
    .split('\n')
    .map((line) => (line.trim() ? `*${line.trim()}*` : ''))
    .join('\n');
}

/** A block of code keeps what it holds, and has a button that copies it; it would end at its own sign. */
const asCode = (text: string): string => `\`\`\`\n${escapeText(text).replaceAll('```', "'''")}\n\`\`\``;

function quoted(text: string): string {
  return escapeText(text.trimEnd()).replace(/^/gm, '> ');
}

const lineOfItem = (item: Item): string => (item.detail ? `${itemWords(item)} — ${item.detail}` : itemWords(item));

/**
 * One row, or several for more than 25 buttons. A button without an id is left out, because we could not understand its
 * press.
 */
function actions(row: readonly Button[]): Block[] {
  const elements = row.filter(({ id, label }) => id && label.trim() && id.length <= LIMITS.id).map(element);
  const rows = Math.ceil(elements.length / LIMITS.actions);
  return Array.from({ length: rows }, (_, index) => ({
    type: 'actions',
    elements: elements.slice(index * LIMITS.actions, (index + 1) * LIMITS.actions),
  }));
}

function element({ id, label, style }: Button): ButtonElement {
  const text =
    label.length <= LIMITS.label ? label : `${label.slice(0, cutLength(label, LIMITS.label - 1)).trimEnd()}…`;
  return {
    type: 'button',
    action_id: id!,
    value: id!,
    text: { type: 'plain_text', text },
    ...(style && { style }),
  };
}

/** As few messages as the limits allow, in order. */
function messagesOf(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  let chars = 0;
  for (const block of blocks) {
    const size = JSON.stringify(block).length;
    const last = found.at(-1);
    if (last && last.length < LIMITS.blocks && chars + size <= MESSAGE_CHARS) {
      last.push(block);
      chars += size;
    } else {
      found.push([block]);
      chars = size;
    }
  }
  return found;
}
