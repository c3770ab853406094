import type { Meaning } from '../../../text/meaning/meaning.ts';
import type { SaidWords } from '../../../text/meaning/rest.ts';
import { saysPart } from '../../../text/meaning/sum_said.ts';
import { asksIfSent, saysTaxRate } from '../../../text/meaning/tells_otherwise.ts';
import { isAsked } from '../../../text/money/contract_terms.ts';
import { withoutKeeping } from '../../../text/sentence/sentence.ts';
import { mayTellOfDeposit } from '../../../text/sentence/theirs/deposit.ts';
import { percentOffSaid } from '../../../text/sentence/theirs/price.ts';
import type { Texts } from '../../../text/texts.ts';
import { saysAct } from '../sell/contract/act.ts';
import { closedShopIn } from '../sell/shop_meant.ts';

/** What is read of a sentence, for the line that it comes to. */
export interface Said {
  /** The words of commands, in its user's language. */
  readonly y: Texts['typed'];
  readonly words: SaidWords;
  /** Whoever it names: their number, or their name where several are called so; '' where it names nobody. */
  readonly who: string;
  readonly other: string;
  /** A time to come, where all of it is read; else ''. */
  readonly when: string;
  /** Days that are over or go on, likewise. */
  readonly days: string;
  /** An amount that says itself that it is one. */
  readonly money: string;
  /** The one number that is neither that nor part of a time. */
  readonly n: string;
  /** More such amounts or numbers than one stand in it. */
  readonly several: boolean;
  /** All of it. */
  readonly text: string;
  /** All of it but a name in front. */
  readonly behind: string;
  /** What it says of whoever it names, without the word that leads to it: wants. */
  readonly rest: string;
}

/** A smaller figure without a currency says rather how many. */
const LEAST_SUM = 100;

type Line = string | ((said: Said) => string);

/** The line that a meaning comes to; what is missing in it its command asks for. '': without that it is nothing. */
export const LINES: Readonly<Record<Exclude<Meaning, ByWhatIsThere | OfWhom | 'chat'>, Line>> = {
  inbox: '/inbox',
  unsent: '/unsent',
  scheduled: '/scheduled',
  machineMail: '/automatic',
  digest: '/digest',
  newCustomers: ({ y, days }) => `/takings ${y.rankings.newcomers[0]} ${days}`,
  duplicates: '/duplicates',
  blockedList: '/blocked',
  addPerson: '/add',
  importPeople: '/import',
  exportPeople: '/export',
  exportAll: ({ y }) => `/export ${y.everything[0]}`,
  segments: '/segment',
  templates: '/template',
  companies: '/org',
  fields: '/field',
  allCustomers: ({ y }) => `/find ${y.filter.key.blocked[0]}:${y.filter.is.no[0]}`,
  churn: '/churn',
  bestCustomers: ({ y, days }) => `/takings ${y.rankings.customers[0]} ${days}`,
  autoreply: '/autoreply',
  autoreplyOff: ({ y, who }) => `/autoreply ${y.autoreply.off[0]} ${who}`,
  autoreplyOn: ({ y, who }) => `/autoreply ${y.autoreply.on[0]} ${who}`,
  faq: '/faq',
  canned: '/c',
  cancelAnswer: '/cancel',
  leads: '/leads',
  leadsNew: ({ y, days }) => `/leads ${y.leadList.new[0]} ${days}`,
  leadsStale: ({ y }) => `/leads ${y.leadList.stale[0]}`,
  leadsWon: ({ y, days }) => `/leads ${y.leadList.won[0]} ${days}`,
  leadsLost: ({ y, days }) => `/leads ${y.leadList.lost[0]} ${days}`,
  pipeline: '/pipeline',
  forecast: '/forecast',
  lostReasons: ({ y }) => `/pipeline ${y.board.lost[0]}`,
  conversion: ({ y }) => `/pipeline ${y.board.conversion[0]}`,
  next: '/next',
  nextNone: ({ y }) => `/next ${y.step.none[0]}`,
  stages: '/stages',
  quotes: '/quotes',
  quotesSent: ({ y }) => `/quotes ${y.quoteStandings.sent[0]}`,
  quotesAccepted: ({ y }) => `/quotes ${y.quoteStandings.accepted[0]}`,
  quotesDeclined: ({ y }) => `/quotes ${y.quoteStandings.declined[0]}`,
  quotesExpired: ({ y }) => `/quotes ${y.quoteStandings.expired[0]}`,
  orders: ({ days }) => `/orders ${days}`,
  ordersUnpaid: ({ y }) => `/orders ${y.orderList.unpaid[0]}`,
  ordersUnsent: ({ y }) => `/orders ${y.orderList.unsent[0]}`,
  ordersRefunded: ({ y }) => `/orders ${y.orderList.refunded[0]}`,
  carts: ({ y }) => `/orders ${y.orderList.abandoned[0]}`,
  lastOrder: ({ y }) => `/orders ${y.latestOrder[0]}`,
  takings: ({ days }) => `/takings ${days}`,
  unpaid: '/unpaid',
  contracts: '/contracts',
  tickets: '/tickets',
  ticketsUrgent: ({ y }) => `/tickets ${y.priority.urgent[0]}`,
  ticketsComplaints: ({ y, days }) => `/tickets ${y.ticketKind.complaint[0]} ${days}`,
  ticketsLate: ({ y }) => `/tickets ${y.late[0]}`,
  ticketsReturns: ({ y }) => `/tickets ${y.ticketKind.return[0]}`,
  ticketsDone: ({ y }) => `/tickets ${y.ticketState.resolved[0]}`,
  causes: '/causes',
  csat: ({ days }) => `/csat ${days}`,
  ratingsOff: ({ y }) => `/settings ${y.settings.ratings[0]} ${y.off[0]}`,
  feedback: '/feedback',
  feedbackPraise: ({ y }) => `/feedback ${y.feedback.kind.praise[0]}`,
  feedbackSuggestions: ({ y }) => `/feedback ${y.feedback.kind.suggestion[0]}`,
  publicPraise: '/praise',
  tasks: '/tasks',
  tasksToday: ({ y, when }) => `/tasks ${when || y.step.today[0]}`,
  tasksOverdue: ({ y }) => `/tasks ${y.overdueTasks[0]}`,
  promises: '/promise',
  campaigns: '/campaign',
  campaignNew: ({ y }) => `/campaign ${y.campaign.new[0]}`,
  campaignWhen: '/campaign',
  stopAll: '/stop',
  sequences: '/sequence',
  birthdayWishes: ({ y }) => `/sequence ${y.sequence.recipe.birthday[0]}`,
  winBack: ({ y }) => `/sequence ${y.sequence.recipe.winback[0]}`,
  cartReminder: ({ y }) => `/sequence ${y.sequence.recipe.checkout[0]}`,
  reviewAsk: ({ y }) => `/sequence ${y.sequence.recipe.review[0]}`,
  post: '/post',
  posts: '/posts',
  hours: '/hours',
  hoursClosed: ({ when, y }) => `/hours ${when && `${when} ${y.hours.closed[0]}`}`,
  // a room, a coat: only with a time it is somebody who goes away
  away: ({ when }) => when && `/away ${when}`,
  back: ({ y }) => `/away ${y.away.back[0]}`,
  settings: '/settings',
  timezone: ({ y }) => `/settings ${y.settings.timezone[0]}`,
  quiet: ({ y }) => `/settings ${y.settings.quietHours[0]}`,
  currency: ({ y }) => `/settings ${y.settings.currency[0]}`,
  myLanguage: ({ y }) => `/settings ${y.settings.locale[0]}`,
  digestTime: ({ y, when }) => `/settings ${y.settings.digestAt[0]} ${when}`,
  undoSeconds: ({ y }) => `/settings ${y.settings.undoSend[0]}`,
  business: '/business',
  logo: ({ y }) => `/business ${y.businessFacts.logo[0]}`,
  helpers: '/helper',
  helperAdd: ({ y }) => `/helper ${y.team.add[0]}`,
  helperRemove: ({ y }) => `/helper ${y.team.remove[0]}`,
  audit: '/audit',
  apikey: '/apikey',
  hook: '/hook',
  status: '/status',
  setup: '/setup',
  rehearse: '/rehearse',
  help: '/help',
  connectShop: '/connect',
  connectMail: '/setup',
  connectOther: ({ text }) => `/connect ${closedShopIn(text)}`,
  forms: '/forms',
  undo: '/undo',
};

/** The same of what is done to somebody: of nobody it is the command alone, which asks of whom. */
export const LINES_OF_WHOM = {
  timeline: ({ who }) => `/timeline ${who}`,
  contact: ({ who }) => `/contact ${who}`,
  block: ({ who }) => `/block ${who}`,
  unblock: ({ who }) => `/unblock ${who}`,
  deletePerson: ({ who }) => `/delete ${who}`,
  editPerson: ({ who }) => `/edit ${who}`,
  merge: ({ who, other }) => `/merge ${who} ${other}`,
  tagPerson: ({ who }) => `/tag ${who}`,
  consent: ({ who }) => `/consent ${who}`,
  unsubscribe: ({ who }) => `/unsubscribe ${who}`,
  linkChat: ({ who }) => `/link ${who}`,
  birthday: ({ who, when, y }) => (when ? `/edit ${who} ${y.field.builtIn.birthday[0]} ${when}` : `/edit ${who}`),
  gone: ({ who, rest }) => `/gone ${who} ${rest}`,
  laterAnswer: ({ who, when }) => `/later ${who} ${when}`,
  snoozePerson: ({ who, when }) => `/snooze ${who} ${when}`,
  answered: ({ who }) => `/answered ${who}`,
  leadOpen: ({ who, rest }) => `/lead ${who} ${rest}`,
  leadStage: ({ who }) => `/move ${who}`,
  leadExpected: ({ who, when, y }) => `/lead ${who} ${when && `${y.ofLead.expected[0]} ${when}`}`,
  // 580 behind 成了 is what it came to, and 2 is rather how many
  // and what was put down is no price
  won: ({ who, money, n, several, text }) =>
    `/won ${who} ${saysPart(text) || mayTellOfDeposit(text) ? '' : money || (!several && Number(n) >= LEAST_SUM ? n : '')}`,
  lost: ({ who, rest }) => `/lost ${who} ${rest}`,
  reopen: ({ who }) => `/reopen ${who}`,
  quoteMake: ({ who, text }) => (asksIfSent(text) ? `/quotes ${who}` : `/quote ${who}`),
  quoteSend: ({ who, y }) => `/quote ${who} ${y.quoteActs.send[0]}`,
  quoteTax: ({ who, n, words, text }) => `/quote ${who} ${saysTaxRate(text) && n ? words.tax(n) : ''}`,
  quoteValid: ({ who, when, words }) => `/quote ${who} ${when && words.validUntil(when)}`,
  quoteDiscount: ({ who, text }) => `/quote ${who} ${percentOffSaid(text)}`,
  quotePdf: ({ who, y, text }) => (asksIfSent(text) ? `/quotes ${who}` : `/quote ${who} ${y.quoteActs.pdf[0]}`),
  ordersOf: ({ who }) => `/orders ${who}`,
  orderNew: ({ who, rest }) => `/order ${who} ${rest}`,
  owedBy: ({ who }) => `/unpaid ${who}`,
  invoice: ({ who }) => `/invoice ${who}`,
  // what becomes of one that there is makes no new one
  contractNew: ({ who, rest, text }) =>
    isAsked(text) || saysAct(text) ? `/contracts ${who}` : `/contract ${who} ${rest}`,
  ticketNew: ({ who, rest }) => `/ticket ${who} ${withoutKeeping('ticket', rest)}`,
  ticketUrgent: ({ who, y }) => `/ticket ${who} ${y.priority.urgent[0]}`,
  ticketResolve: ({ who, n }) => `/resolve ${who || n}`,
  feedbackNew: ({ who, behind }) => `/feedback ${who} ${withoutKeeping('feedback', behind)}`,
  call: ({ who, behind }) => `/call ${who} ${behind}`,
  visit: ({ who, behind }) => `/visit ${who} ${behind}`,
} as const satisfies Partial<Record<Meaning, (said: Said) => string>>;
type OfWhom = keyof typeof LINES_OF_WHOM;

/** What they come to depends on what there is: which lead, which order, which task. */
export type ByWhatIsThere =
  | 'leadAmount'
  | 'invoicePaid'
  | 'orderPaid'
  | 'orderSent'
  | 'orderRefund'
  | 'orderCancel'
  | 'partPaid'
  | 'taskDone'
  | 'taskPostpone'
  | 'taskEnd';
