import { plural } from './plural.ts';

export const hooks = {
  hook: {
    title: 'Systems that are told what happens here',
    none: 'No other system is told what happens here.',
    hint: '/hook add <address> tells it everything; behind the address you can name what: order, lead.won, message.received …',
    all: 'everything',
    state: {
      new: 'nothing sent yet',
      ok: (age: string): string => `last taken ${age} ago`,
      failing: (age: string, why: string): string => `🔴 takes nothing for ${age}: ${why}`,
      off: '⏸ off',
    },
    button: { test: 'Test', on: 'Switch on', off: 'Switch off', remove: 'Remove', rotate: 'New secret' },
    added: (url: string): string => `🔌 ${url} hears what happens here from now on`,
    tells: (events: string): string => `It is told: ${events}.`,
    secretIs:
      'This is its secret, shown only now. The other system checks with it that a call is from here (Standard Webhooks: header webhook-signature).',
    tryIt: (ref: string): string => `As soon as it is entered there, /hook test ${ref} says whether a call is taken.`,
    newSecret: (url: string): string => `🔑 New secret for ${url}`,
    both: 'For 24 hours calls are signed with the old one as well; enter the new one there by then.',
    already: (url: string): string => `${url} is on the list already.`,
    tooMany: (most: number): string => `There are ${most} already, and no more are possible. Remove one first.`,
    noSuch: (said: string): string => `There is no ${said}. /hook shows all.`,
    which: 'Which one?',
    unknownEvents: (said: string, known: string): string =>
      `I do not know ${said}. There are: ${known}; or a single event, like order.paid, lead.won or message.received.`,
    refused: {
      unreadable: 'That is no address that I can read. It has to begin with https://.',
      insecure:
        'It has to begin with https://, so that nobody reads along. If the system stands in your own network, name its host in HOOK_ALLOW_HOSTS and restart.',
      signed_in: 'There is a name or password in the address. Calls are signed with a secret instead; leave it out.',
      port: 'Only the ports 443 and 8443 are called. If it has to be another, name host:port in HOOK_ALLOW_HOSTS and restart.',
      inside:
        'That address is inside a network and not on the internet. If it is your own system, name its host in HOOK_ALLOW_HOSTS and restart.',
    },
    testing: (url: string): string => `A test is on its way to ${url}; I will say what came back.`,
    taken: (url: string, status: number, ms: number): string => `✅ ${url} took the test (${status}, ${ms} ms).`,
    notTaken: (url: string): string => `❌ ${url} did not take the test.`,
    on: (url: string): string => `${url} is told again from now on.`,
    off: (url: string): string => `${url} is told nothing more. What was still waiting stands in /unsent.`,
    isOn: (url: string): string => `${url} is on.`,
    isOff: (url: string): string => `${url} is off.`,
    removed: (url: string): string => `${url} is removed.`,
    failing: (url: string): string => `🔌 ${url} has taken nothing for an hour`,
    failingNext:
      'What happens is kept and sent again, for 5 days at most; then it is switched off. Nothing here is held up by it.',
    switchedOff: (url: string): string => `🔌 ${url} was switched off`,
    switchedOffNext: 'Nothing more is sent to it. What it did not take stands in /unsent and can be sent again.',
    unsent: (url: string, count: number): string => `To ${url}: ${plural(count, 'event')}`,
    status: (status: number): string =>
      status === 410
        ? 'It answered 410: it wants nothing more.'
        : status >= 300 && status < 400
          ? `It answered ${status}, a redirect. Redirects are not followed: enter the final address.`
          : status === 401 || status === 403
            ? `It answered ${status}: it does not let us in. Check the secret there.`
            : `It answered ${status}.`,
    why: {
      unresolved: 'Its name is not found (DNS).',
      forbidden: 'Its name leads into a private network, so nothing was sent.',
      refused: 'Nobody answers there.',
      certificate: 'Its certificate is not valid.',
      silent: 'It did not answer within 15 seconds.',
      cut: 'The connection broke off.',
      unreadable: 'Its address cannot be read.',
      insecure: 'Its address is not https, and its host is no longer named in HOOK_ALLOW_HOSTS.',
      signed_in: 'There is a name or password in its address.',
      port: 'Its port is not allowed.',
      inside: 'Its address is inside a network, and its host is not named in HOOK_ALLOW_HOSTS.',
      sealed: 'Its secret was sealed with another encryption key. /hook rotate makes a new one.',
    },
  },
};
