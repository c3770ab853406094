import { plural } from '../plural.ts';

export const churn = {
  churn: {
    title: 'Customers who stay away',
    isSetting: 'When you are told of them is a setting.',
    insteadBought: (days: number): string => `Not bought for ${days} days`,
    insteadSeen: (days: number): string => `Not heard from for ${days} days`,
    neverTell: 'Do not tell me',
    tellOn: (when: string): string => `Tell me: ${when}`,
    ofOne: (name: string): string => `/churn lists everybody who stays away. This is what there is of ${name}:`,
    intro: 'They have not bought for much longer than is their habit. Nothing leaves before you tap.',
    all: (count: number): string => `All ${count}`,
    why: (usual: number, silent: number): string =>
      `usually buys every ${usual === 1 ? 'day' : `${usual} days`}, nothing for ${plural(silent, 'day')}`,
    /** What they bought in the year up to their last order. */
    atStake: (sum: string): string => `bought for ${sum} in the year up to the last order`,
    goesBy: (place: string): string => `Goes to: ${place}`,
    nowhere: 'No way to reach them yet: “Send” shows how there could be one.',
    draftOf: (words: string): string => `“${words}”`,
    send: 'Send',
    edit: 'Edit',
    snooze: 'Snooze',
    gone: 'Not a customer any more',
    unwelcome: {
      blocked: 'you have blocked them, so nothing is sent',
      stopped: 'they asked not to be written to, so nothing is sent',
      withdrew: 'they have unsubscribed, so nothing is sent',
      complained: 'they reported your mail as spam, so nothing is sent',
      machine: 'only machines write from there, so nothing is sent',
    },
    stays: (name: string, why: string): string => `Not sent to ${name}: ${why}.`,
    boughtAgain: (name: string, number: string): string =>
      `${name} has ordered since (${number}), so nothing was sent.`,
    sendAnyway: 'Send anyway',
    howLong: (name: string): string => `When may I bring up ${name} again?`,
    months: (count: number): string => `In ${plural(count, 'month')}`,
    spared: (name: string, when: string): string => `😴 I will not bring up ${name} before ${when}.`,
    whyGone: (name: string): string => `Why is ${name} not a customer any more?`,
    reasons: ['Moved away', 'Buys elsewhere', 'No need any more', 'Out of reach', 'Nobody knows'],
    typeReason: 'Or type the reason',
    isGone: (name: string, reason: string): string => `${name} is not a customer any more: ${reason}`,
    untilTheyBuy: 'I will not bring them up. Once they buy, they are a customer again.',
    customerAgain: 'A customer again',
    isCustomer: (name: string): string => `${name} is a customer.`,
    goneSince: (day: string, reason: string): string => `${reason} (${day})`,
    nobody: 'Nobody stays away for longer than is their habit.',
    history: (count: number): string =>
      count === 1
        ? '1 more has not bought for over two years and is left out.'
        : `${count} more have not bought for over two years and are left out.`,
    notEnough: (lines: string[]): string => `Not enough data yet: ${lines.join('; ')}.`,
    missing: {
      customers: (needs: number, has: number): string => `needs ${needs} customers who bought, has ${has}`,
      repeaters: (needs: number, has: number): string => `needs ${needs} who came back on another day, has ${has}`,
      days: (needs: number, has: number): string => `needs ${needs} days of orders, has ${has}`,
    },
    noOrders: (days: number): string =>
      `No order has come in for ${plural(days, 'day')}, so nobody can be told to stay away. Is the shop still connected? See /connect.`,
    /** Of those told of within a year: `of` whose `days` are over. */
    cameBack: (back: number, of: number, days: number): string =>
      `Of ${of} you were told of in the past year, more than ${days} days ago, ${back} bought again within ${days} days.`,
    stillRunning: (back: number, of: number, days: number): string =>
      `Of ${of} you were told of in the last ${days} days, ${back} ${back === 1 ? 'has' : 'have'} bought so far.`,
    theyBought: (sum: string): string => `Together: ${sum}.`,
    noComparison: 'Whether they would have come anyway nobody knows.',
    /** To the customer, in the customer’s language. */
    draft: (name: string, business: string): string =>
      `Hello${name ? ` ${name}` : ''}${business ? `, this is ${business}` : ''}. It has been a while since your last order. If there is anything you would like, just write back.`,
  },
};
