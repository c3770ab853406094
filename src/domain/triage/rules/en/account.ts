import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Accounts, passwords, access. */
export const account: readonly Rule[] = [
  {
    to: 'ticket/account',
    weight: 4,
    says: en`
      (?:can'?t|cannot|can not|unable to|couldn'?t|won'?t let me|not able to|trouble|problems?|wont let me|doesn'?t let me|keeps me from) (?:log|sign)(?:ging|ing)?[- ]?(?:in|on|back)|locked out|(?:log|sign)[- ]?in (?:fail|doesn'?t|isn'?t|not|error|page|loop|problem|link|details|code)
      (?:forgot|forgotten|reset|resetting|change|lost|wrong|remember|new) (?:my |the |our |his |her )?password|password (?:reset|doesn'?t|not|is wrong|link|won'?t|isn'?t|expired)|2fa\b|two[- ]factor|authenticator|verification (?:code|email|link)|(?:confirmation|activation|reset|invite|magic) (?:email|link|code)\b
      account\b[^.!?]{0,24}\b(?:suspended|locked|disabled|deleted|banned|hacked|closed|blocked|still in|frozen|merged?|gone|empty|deactivated|restricted|transferred)|(?:delete|close|deactivate|merge|remove|reactivate|restore|recover|unlock) (?:my|our|the|this|both) (?:\w+ )?(?:accounts?|data|profile)
      change (?:my|the|our) (?:\w+ )?(?:email|e-mail|phone|username|login|name)|(?:transfer|move) ownership|gdpr\b|hacked|someone (?:else )?(?:is|has|was|logged)[^.!?]{0,20}\b(?:my|our|using|access)|(?:two|duplicate) accounts|i moved (?:company|jobs)|old (?:email|e-mail|phone)
    `,
    unless: /is your code|passcode|never ask/,
  },
  {
    to: 'ticket/account',
    weight: 2.5,
    says: en`
      (?:log|sign)(?:ged|ging|ing)?[- ]?(?:in|out)\b|password\b|admin (?:rights|access|back)|no access\b|(?:can'?t|cannot|lost) (?:access|get in)|permissions?\b|my (?:account|profile|username|login)\b|someone else'?s\b|every client'?s files|workspace now\b|access to (?:the|my|our|all)|(?:add|remove|invite) (?:a |an |another |my |new )?(?:user|colleague|team ?mate|member|seat)
    `,
    unless: /\b(?:test|demo|trial) login|your code|passcode|new browser/,
  },
];
