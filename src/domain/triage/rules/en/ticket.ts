import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** A ticket at large: a demand, a state that should not be. */
export const ticket: readonly Rule[] = [
  {
    to: 'ticket',
    weight: 1.2,
    says: en`(?:does ?n'?t|won'?t|is ?n'?t|are ?n'?t|has ?n'?t|have ?n'?t|did ?n'?t|was ?n'?t|were ?n'?t|can'?t|cannot|cant|never|still no|no longer|nothing|not able|instead of|only \d+ of|wrong\b)`,
    unless:
      /\bnothing (?:to do|needed|you need)|never (?:tasted|had|seen|been|felt|met|eaten) |can'?t (?:wait|thank|stop|recommend)|isn'?t blocking|haven'?t (?:laughed|slept|felt|decided)/,
  },
  {
    to: 'ticket',
    weight: 1.5,
    says: en`
      (?:please|plz|pls|can (?:you|u)|could (?:you|someone|anyone|u)|kindly|would you)\b (?:please )?(?:fix|check|look into|look at|investigate|advise|explain|resolve|sort|tell me (?:how|what|why|when)|stop|correct|remove|hold|resend|confirm|help me|help with|help us|switch|restore|replace|let me know (?:how|why|what|when)|amend|undo|reset|chase|assist)|what (?:now|should i do|do i do|do you need from me|is missing|went wrong|happened|gives|is going on)|why (?:is|are|was|does|did|has|have|do|am|the|would|can)\b|sort (?:it|this|that) out|asap\b|urgent|photos? attached|screenshot|any (?:update|news) on (?:my|the|our)|what'?s (?:going on|happening|the status)|is (?:there|this) a known|need (?:this|it) (?:fixed|sorted|resolved)
    `,
    unless: /why (?:i|we) (?:love|keep)/,
  },
  {
    to: 'ticket',
    weight: 1.2,
    says: en`
      (?:you|u|your (?:driver|team|fitter|guy|staff|colleague|company|office)|(?:which|that) you) (?:sent|painted|sold|told|fixed|delivered|charged|installed|made|printed|gave|replaced|repaired|promised|said|shipped|emailed|did|left|broke|forgot|matched|pushed|lost|took|built|cut|wrote|translated|supplied|fitted|designed|took|billed|quoted)\b|(?:i|we) (?:bought|ordered|received|paid for|purchased|got)\b|i(?:'ve| have) (?:bought|ordered|received|paid|purchased)|ordered\b|your (?:receipt|app|software|system|website|site|page|plugin|form|tutorial|instructions|driver|invoice|engineer)\b|my (?:order|purchase|booking|data|files|photos|new)\b|the (?:one|thing|item|dress|table|chair|shoes|bag) (?:i|you) (?:bought|ordered|got|sent|sold)
    `,
    unless:
      /\bagain\b|\banother\b|\bmore\b|i placed an order for your|browsing your|came across|your website and|exactly|(?:n'?t|not|never) (?:yet |actually |even )?(?:ordered|bought)\b/,
  },
  {
    // what was made or sold here has given way, whatever is asked of it
    to: 'ticket',
    weight: 3,
    says: en`(?:you|your (?:man|lad|team|people|fitter)) (?:sold|made|fitted|mended|repaired|put (?:up|in)|built|installed|fixed|supplied|laid|hung)\b[^?]{0,60}\b(?:broke|broken|fell|fallen|c[ao]me (?:off|apart|undone|loose)|has gone|snapped|split|cracked|leak(?:s|ed|ing)|stopped|collapsed|gave way|torn|ripped)\b`,
    unless: /\banother\b|\bone more\b|\bnew one\b|n'?t\b|\bnot\b|\bnever\b|\bbefore\b|\bif\b/,
  },
];
