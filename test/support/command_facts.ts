import type { Locale } from '../../src/text/locale.ts';
import type { texts } from '../../src/text/texts.ts';

/** The effect of an example: rows in these tables (in the form of `changesIn`), or only these words. */
export type Fact = { changes: string } | { shows: string };

type Facts = Fact[] | Record<Locale, Fact[]>;

const changes = (tables: string): Fact => ({ changes: tables });
const shows = (words: string): Fact => ({ shows: words });
const either = (zh: string, en: string): Record<Locale, Fact[]> => ({ 'zh-CN': [shows(zh)], en: [shows(en)] });

/** For each of a command's examples, in order, one fact that must come true. /undo and /cancel have their own tests. */
export const FACTS: Record<Exclude<keyof ReturnType<typeof texts>['commands'], 'undo' | 'cancel'>, Facts> = {
  help: [shows('/task')],
  inbox: [shows('Anna Smith')],
  answered: [changes('conversations~')],
  snooze: [changes('tickets~'), changes('conversations~')],
  find: {
    'zh-CN': [shows('张三丰'), shows('+8613800138000'), shows('张三')],
    en: [shows('张三'), shows('+8613800138000'), shows('Anna Smith')],
  },
  search: either('茶罐碎了', 'Anna Smith'),
  contact: either('+8613800138000', '"value":"7"'),
  timeline: either('茶罐碎了', 'hello'),
  merge: [changes('contacts-')],
  split: either('zhang@example.com', 'Anna Smith'),
  join: [changes('conversations~')],
  duplicates: either('没有看起来重复的客户', 'No two contacts look like'),
  add: { 'zh-CN': [changes('contacts~')], en: [shows('Anna Smith')] },
  note: [changes('messages+')],
  tag: [changes('contacts~')],
  city: [changes('contacts~')],
  tagall: either('2 人', '1 person'),
  taskall: either('2 个任务', '1 task'),
  export: [shows('"attachments"')],
  language: [changes('contacts~')],
  reply: [changes('messages+ outbox+ conversations~')],
  c: [shows('thanks'), changes('messages+ outbox+ conversations~'), changes('canned_replies+')],
  later: [changes('scheduled_answers+')],
  scheduled: either('没有等着定时发出的回复', 'No answers are waiting'),
  confirm: either('1001', '7'),
  lead: [changes('leads+')],
  leads: [shows('龙井')],
  won: [changes('leads~')],
  lost: [changes('leads~')],
  reopen: [shows('龙井')],
  quote: [changes('quote_lines+ leads~'), shows('龙井')],
  ticket: [changes('tickets+')],
  tickets: [shows('茶罐碎了')],
  resolve: [changes('tickets~')],
  task: [changes('tasks+')],
  tasks: [shows('打电话')],
  done: [changes('tasks~')],
  postpone: [changes('tasks~')],
  skip: [changes('tasks~')],
  end: [changes('tasks~')],
  digest: [shows('Anna Smith')],
  unsent: [shows('o12')],
  away: {
    'zh-CN': [changes('absences+'), changes('absences+'), shows('您现在没有外出')],
    en: [changes('absences+'), changes('absences+'), shows('You are not away')],
  },
  link: [changes('link_tokens+')],
  connect: [changes('connections+')],
  disconnect: [changes('connections~')],
  hook: {
    'zh-CN': [changes('hooks+'), shows('还没有其他系统')],
    en: [changes('hooks+'), shows('No other system')],
  },
  status: [shows('"value":"3"')],
  settings: [changes('settings+')],
  setup: either('未开启', ': off'),
  rehearse: either('林小样', 'Julia Sample'),
  helper: [shows('"items":[{'), changes('pairing_codes+')],
  audit: { 'zh-CN': [shows('/add 张三'), shows('/add 张三')], en: [shows('/add 张三'), shows('Nothing yet')] },
  pair: either('已经配对', 'already paired'),
  message: [shows('茶罐碎了')],
  distinct: [changes('merge_proposals+')],
  file: [changes('messages~ triage_corrections+')],
  retry: [changes('outbox~')],
  drop: [changes('outbox~')],
  told: [shows('改成了蓝色'), shows('改成了蓝色')],
  answersto: [changes('conversations~')],
  automatic: [shows('Sale')],
  block: [changes('contacts~')],
  blocked: either('没有', 'nobody'),
  copies: [changes('conversations~')],
  delete: either('删除', 'Delete'),
  edit: [changes('contacts~'), changes('contact_identities+')],
  machine: [changes('sender_rules+'), changes('sender_rules+')],
  person: [changes('sender_rules+'), changes('sender_rules+')],
  rename: [changes('contacts~')],
  resume: {
    'zh-CN': [shows('没有'), shows('没有')],
    en: [shows('Everything is running'), shows('Everything is running')],
  },
  unblock: either('没有', 'not'),
};
