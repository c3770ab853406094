import type { Texts } from '../../text/texts.ts';
import type { AnyCommand } from './command.ts';

type Name = AnyCommand['name'];
export type Group = keyof Texts['help']['groups'];

/** Every command that /help shows, by what one wants to do; none of these words is a command's own. */
export const GROUPS: Readonly<Record<Group, readonly Name[]>> = {
  answering: [
    ...([
      'inbox',
      'reply',
      'c',
      'faq',
      'autoreply',
      'later',
      'scheduled',
      'cancel',
      'answered',
      'snooze',
      'link',
      'confirm',
    ] as const),
    ...(['join', 'automatic', 'unsent'] as const),
  ],
  customers: [
    ...(['find', 'search', 'contact', 'timeline', 'add', 'edit', 'rename', 'note', 'call', 'visit', 'org'] as const),
    ...(['tag', 'city'] as const),
    ...(['language', 'merge', 'split', 'duplicates', 'block', 'unblock', 'blocked', 'delete', 'tagall'] as const),
    ...(['import', 'export', 'field', 'segment', 'template', 'consent', 'consentall', 'unsubscribe'] as const),
  ],
  selling: [
    ...([
      'leads',
      'lead',
      'pipeline',
      'forecast',
      'move',
      'stages',
      'lostreasons',
      'quote',
      'quotes',
      'contract',
      'contracts',
      'invoice',
      'unpaid',
      'won',
      'lost',
      'reopen',
      'orders',
      'order',
      'takings',
    ] as const),
    ...(['churn', 'gone', 'campaign', 'sequence', 'stop', 'post', 'posts'] as const),
    ...([
      'tickets',
      'ticket',
      'causes',
      'resolve',
      'hours',
      'csat',
      'feedback',
      'praise',
      'connect',
      'disconnect',
      'forms',
      'hook',
    ] as const),
  ],
  reminders: ['tasks', 'task', 'done', 'postpone', 'skip', 'end', 'taskall', 'digest'],
  house: [
    ...([
      'away',
      'undo',
      'settings',
      'business',
      'setup',
      'rehearse',
      'status',
      'helper',
      'audit',
      'apikey',
      'pair',
    ] as const),
    'resume',
    'help',
  ],
};

/** The commands that are used most, in this order; a menu shows only these. */
export const FIRST: readonly Name[] = [
  ...(['inbox', 'find', 'add', 'task', 'tasks', 'leads', 'tickets', 'away', 'undo', 'help'] as const),
];

const groups = Object.entries(GROUPS) as [Group, readonly Name[]][];

export const groupOf = (name: Name): Group | undefined => groups.find(([, names]) => names.includes(name))?.[0];

/** The group that is meant by a word behind /help. */
export const groupCalled = (word: string): Group | undefined => groups.find(([group]) => group === word)?.[0];
