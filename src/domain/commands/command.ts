import type { Place } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import type { Role, User } from '../owner/user.ts';
import type { Contact } from '../people/contact.ts';
import type { Button, Recipients, Reply } from '../reply.ts';
import type { AnswerPlace, Conversation } from '../talk/conversation.ts';

/** What a command knows about the moment in which it runs. */
export interface CommandContext extends Context {
  user: User;
  locale: Locale;
  t: Texts;
  /** The chat it was typed in. */
  place: Place;
  /** Whose card it answers, or whose button was pressed, and in which conversation they are; undefined where nobody has begun one. */
  about?: { conversation: Conversation | undefined; contact: Contact } | undefined;
  /** The line was written by us, on a button or in front of a form's answers: a ref in it is one. Undefined: somebody typed it. */
  pressed?: Pressed | undefined;
  /** As of when the times of the line are read: when it was shown, else `now`. */
  readAt: Date;
  /** The beginning of a name is not enough for it: the command is `careful`. */
  careful: boolean;
  /** A user has typed the line, and no button or form: a ref in it may be what somebody calls themselves. */
  typed: boolean;
  /** Every command there is, for /help. */
  commands: readonly AnyCommand[];
  /** Asks about words to a customer what is asked about them under a card, where somebody typed them. Undefined: they are the customer's. */
  askOfWords(said: Saying): Promise<Reply | undefined>;
}

/** Words that a command says to a customer, and its line with other words in their place. */
export interface Saying {
  card: Contact;
  conversation: AnswerPlace;
  text: string;
  again(words: string): string;
  /** The same for anybody, by what they are called, where that is no mere answer. */
  say?(ref: string, words: string): string;
}

/** The conversation as the card that is answered showed it, where it is that card's. */
export const asOnCard = ({ about }: Pick<CommandContext, 'about'>, conversation: Conversation): Conversation =>
  about?.conversation?.id === conversation.id ? about.conversation : conversation;

/** What is known of the button that was pressed. */
export interface Pressed {
  /** Its id. */
  button?: string;
  /** Its line holds words as somebody typed them. */
  typed?: boolean;
  /** Its line holds all that was typed, and nobody has asked yet about the parts of it. */
  whole?: boolean;
  /** Nothing at all has been asked yet about those words, only whom they are for. */
  unasked?: boolean;
  /** Who gets what it sends by mail, as its label said. */
  goesTo?: Recipients;
}

/** Whether everything is still to be asked about the words of a line: somebody typed it, or has only said since whom it means. */
export const isUnasked = ({ typed, pressed }: Pick<CommandContext, 'typed' | 'pressed'>): boolean =>
  typed || pressed?.unasked === true;

/** What is missing, as a key of the texts: "a name", "an amount". */
export type Need = keyof Texts['need'];

/** Whom a card is about, as a command names them; '' outside of a card. */
export interface CardRefs {
  contact: string;
  conversation: string;
}

/** The command was recognised, but something it cannot do without is not there. */
export class Incomplete {
  readonly need: Need;
  /**
   * Where it would stand: before or after the words typed so far, instead of them, or where the command's own grammar puts it. Nowhere:
   * as long as the rest is not understood nothing is offered.
   */
  readonly at: 'front' | 'end' | 'instead' | 'nowhere' | ((more: string, card: CardRefs) => string);
  /** The words that were not understood: we name them, and no button carries them. */
  readonly unread: string;
  constructor(need: Need, at: Incomplete['at'] = need === 'name' ? 'front' : 'end', unread = '') {
    this.need = need;
    this.at = at;
    this.unread = unread;
  }
}

/** A question of a form. */
export interface FieldSpec {
  key: keyof Texts['form']['field'];
  required?: boolean;
  multiline?: boolean;
  /** What the field holds before anybody types; nothing by default. */
  initial?: string;
}

/** What its form asks, if the channel has forms. The answers are put behind the command's words (values.ts). */
export interface FormSpec {
  title: keyof Texts['form']['title'];
  /** What is missing until something is filled in. */
  need: Need;
  fields: readonly FieldSpec[];
}

/** Whose state a command sets, or which one of a contact's. */
export type Settled =
  | 'absence'
  | 'block'
  | 'city'
  | 'connection'
  | 'consent'
  | 'contact'
  | 'conversation'
  | 'details'
  | 'language'
  | 'lead'
  | 'merge'
  | 'message'
  | 'name'
  | 'proposal'
  | 'sender'
  | 'settings'
  | 'tags'
  | 'task'
  | 'thread'
  | 'ticket'
  | 'unconfirmed'
  | 'unsent';

/** One verb of the chat language; the same table parses, helps and authorises. */
export interface Command<Args> {
  /** Without the slash; also the key of its texts. */
  name: keyof Texts['commands'];
  /** The lowest role that may use it. */
  role: Role;
  /** It changes something: journaled, undoable, and its button works once. */
  changes?: boolean;
  /**
   * What it sets is a state, of this kind of thing: done again it is checked against the state, so its button may be pressed again. The
   * button of any other change works once.
   */
  settles?: Settled;
  /** It takes back what another command did. */
  takesBack?: true;
  /** It reaches a customer, shuts somebody out, deletes or joins: the mere beginning of a name is asked about. */
  careful?: true;
  /**
   * It also does things that /undo cannot restore: even if nothing was recorded, something may have been done, and is noted then.
   * 'noted': it notes them itself.
   */
  unrecorded?: true | 'noted';
  /** With these words it makes what leaves only by another act: no undo is needed, and none is meant of what was before. */
  drafts?(args: Args): boolean;
  /** The words that the journal may hold, where its words may hold a secret; '': all that was typed. Of what was not understood it holds none. */
  recordedAs?(args: Args): string;
  /** It understands all of these words by itself: what stands behind a comma is none of another command's. */
  readsAll?: (words: string, ctx: Pick<Context, 'now' | 'settings'>) => boolean;
  /** With these words it changes nothing: it only shows a page of a list. */
  onlyShows?(args: Args): boolean;
  /**
   * Said in a sentence it is run at once: because it only shows, or where the sentence leaves no doubt, because it can be taken back
   * and reaches nobody. Left out: it is one tap away.
   */
  saidAtOnce?: 'shows' | 'sure';
  /** What is said of somebody goes on right behind their name, and may begin with more of it. */
  goesOn?: true;
  /** What it is given becomes a title: a further line that is to be told somebody is an order of its own. */
  titles?: true;
  /** Its words hold a secret that must not be kept: a key, or a code of ours. */
  secret?: 'key' | 'code';
  /** It says words to a customer or keeps a note: an edit of its line says or keeps them anew while they are held. */
  answers?(args: Args): boolean;
  /** It is said to a customer, or kept with them, in the owner's own words, which may hold a key. Any other that changes something refuses it. */
  takesKeys?: true;
  /** A further line without a slash goes on with what it is given to say or to keep. */
  takesLines?: true;
  /** Not listed in /help: buttons use it. */
  hidden?: boolean;
  /** Its button may open this instead of running it. */
  form?: FormSpec;
  /** The words at the end that it cannot use: we name them, and do nothing. If this is left out, it reads all words. */
  unread?(words: string): string;
  /**
   * What it would act on without those words, each named on its button: where the line alone does not say it. Left out: it is asked
   * whether to do without them.
   */
  insteadOf?(ctx: CommandContext, unread: string): Promise<Button[]>;
  /** The words after the command; pure. */
  parse(words: string, typedIn: { replying: boolean }): Args | Incomplete;
  run(ctx: CommandContext, args: Args): Promise<Reply | Incomplete>;
}

/** A command whose argument type is its own business. */
export type AnyCommand = Command<unknown>;
