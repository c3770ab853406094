import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Where a lead goes, and how likely it is to be won there. Before what else may be moved: whether there is such a stage is looked for. */
export const stages: Rule[] = rulesOf(pieces, [
  // to another stage, if there is one of that name
  [
    "(?:move|bring|put|push) $WHO(?:$OF)?(?: (?:lead|deal))? (?:on |back )?(?:to|into|in) (?:the )?(?:stage )?(?<rest>\\p{L}[\\p{L}\\p{N} '’-]{1,24}?)(?: stage)?",
    'move',
    '$rest',
  ],
  [
    "$WHO(?:$OF (?:lead|deal|project))? is (?:now )?(?:in|at) (?:the )?(?<rest>\\p{L}[\\p{L}\\p{N} '’-]{1,24}?) stage(?: now)?",
    'move',
    '$rest',
  ],
  // the stages themselves
  [
    "(?![^\\n]*\\b(?:to|for|with)\\b)(?:add|create|make) (?:an? |the )?(?:new )?(?:(?:pipeline|lead) )?stage,? (?:called |named |for )?[\"“]?(?<rest>\\p{L}[\\p{L}\\p{N}'’-]{1,20}(?: \\p{L}[\\p{L}\\p{N}'’-]{1,20})??[\"”]?(?:,? \\d{1,3} ?%)?(?:,? (?:after|before|behind|in front of) [\\p{L}\\p{N} '’-]{2,24})?(?:,? \\d{1,3} ?%)?)",
    'stages',
    'add $rest',
  ],
  [
    "(?:move|put) (?:the )?(?:stage (?<rest>[\\p{L}\\p{N}'’-]{2,20})|(?<rest2>[\\p{L}\\p{N}'’-]{2,20}) stage) (?<side>after|before|behind|in front of) (?:the )?(?<other>[\\p{L}\\p{N} '’-]{2,24}?)(?: stage)?",
    'stages',
    '$rest$rest2 $side $other',
  ],
  // by what it is for: priya's website is quoted now
  [
    "(?:move|bring|put|push) $WHO$OF [\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})? (?:on |back )?(?:to|into|in) (?:the )?(?:stage )?(?<rest>\\p{L}[\\p{L}\\p{N} '’-]{1,24}?)(?: stage)?",
    'move',
    '$rest',
  ],
  [
    "$WHO$OF [\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})? is (?:now )?(?:at |in |at the |in the )?(?<rest>(?!won\\b|lost\\b)\\p{L}[\\p{L}\\p{N}'’-]{1,24})(?: stage)?(?: now)?",
    'move',
    '$rest',
  ],
  // what it is worth now, or when it may be won
  [
    '(?:(?:change|set|update|make|raise|lower) )$WHO$OF (?:lead|deal|budget) (?:to )?$MONEY(?: now)?(?<!\\d{7,})',
    'quote',
    'worth $money',
  ],
  [
    '$WHO$OF (?:lead|deal|project)(?: is| will| should)? (?:probably |likely )?(?:expected to close|expected|close|closes|closing|to close)(?: on| by| at)? (?<rest>(?:the )?(?:\\d|end|next|tomorrow|today|in |mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\\p{L}\\p{N} -]{0,24})',
    'lead',
    'expected $rest',
  ],
  // how urgent somebody's ticket is
  [
    "(?:make|mark|set|change) $WHO$OF (?:ticket|complaint|issue|problem)(?: as| to)? (?<rest>urgent|high|normal|low)(?: priority)?|(?<who2>\\p{L}[\\p{L}'’ .-]{0,40}?)$OF (?:ticket|complaint|issue) is (?:now )?(?<rest2>urgent)",
    'ticket',
    '$rest$rest2',
  ],
  [
    '(?:(?:set|make|change) )?(?:the )?(?:stage (?<rest>\\p{L}[\\p{L}\\p{N} -]{1,24}?)|(?<rest2>\\p{L}[\\p{L}\\p{N} -]{1,24}?) stage)(?: (?:to|at|is|=))? (?<percent>\\d{1,3}) ?(?:%|percent|per cent)',
    'stages',
    '$rest$rest2 $percent%',
  ],
]);
