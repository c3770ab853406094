import { typed } from '../../src/bots/console/parse.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { type Stage, withDatabase } from './stage.ts';

export const OWNER = 42;

const FIRST_CUSTOMER = 900_000;
const CARDS_PATIENCE_MS = 60_000;

/** An answer of the owner to a customer. No two have the same text. */
export interface Answer {
  readonly text: string;
  readonly chat: number;
  /** The id of the owner's own message, if it was written in the chat: the receipt refers to it. */
  readonly messageId?: number;
}

const nameOf = (customer: number): string => `Customer-${customer}`;
const chatOf = (customer: number): number => FIRST_CUSTOMER + customer;

/** Each customer asks something; returns the texts by which to recognize the cards. */
export function ask({ telegram }: Stage, customers: number, about: string): string[] {
  return Array.from({ length: customers }, (_, customer) => {
    const question = `How much for 200 boxes of ${about}-${customer}. tea?`;
    telegram.customerWrites(chatOf(customer), question, { name: nameOf(customer) });
    return question;
  });
}

/** Waits until the desk shows a card for every question; returns the message ids of the cards in the same order. */
export function cardsFor({ telegram }: Stage, questions: readonly string[]): Promise<number[]> {
  return telegram.until(() => {
    const shown = telegram.messages(OWNER);
    const cards = questions.map((question) => shown.find(({ text }) => text.includes(question))?.messageId);
    return cards.every((card) => card !== undefined) && cards;
  }, CARDS_PATIENCE_MS);
}

/** The owner answers the cards in the chat, one after another, and starts over when all are answered. */
export function answerCards({ telegram }: Stage, cards: readonly number[], count: number): Answer[] {
  return Array.from({ length: count }, (_, index) => {
    const customer = index % cards.length;
    // nothing that could be for ourselves, as "Answer 3 from the chat" is: that is asked about
    const text = `It is ${index} euros a box`;
    return {
      text,
      chat: chatOf(customer),
      messageId: telegram.customerWrites(OWNER, text, { replyTo: cards[customer]! }),
    };
  });
}

/** The owner answers by command, as `crm say` does beside a running service: directly into its inbox. */
export async function answerByCommand(stage: Stage, customers: number, count: number): Promise<Answer[]> {
  const answers = Array.from({ length: count }, (_, index) => ({
    text: `We have ${index} boxes left`,
    chat: chatOf(index % customers),
  }));
  const events = answers.map(({ text, chat }, index) =>
    typed(`say-${index % customers}`, `answer-${index}`, `/reply ${nameOf(chat - FIRST_CUSTOMER)} ${text}`),
  );
  await withDatabase(stage, (db) => createReceiver(db, { wake: () => {} }).receiveAll(events));
  return answers;
}
