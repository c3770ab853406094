import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';
import { allergySuffered, nobodysFault } from './excuses.ts';

/** Complaints. */
export const complaint: readonly Rule[] = [
  {
    to: 'ticket/complaint',
    weight: 4,
    says: en`
      complain(?:t|ts|ing)?\b|(?:un|not |isn'?t )acceptable|disappoint(?!ed to miss)|disgust|appalling|appalled|horrible|horrendous|worst\b|rubbish\b(?! (?:to (?:take|clear|remove)|removal|collection|bags?|bins?|clearance|truck|day))|garbage\b(?! (?:bags?|disposal|can|truck|day|collection))|shoddy|sloppy|rude(?:ly|ness)?\b|unprofessional|scam|rip(?:ped)?[- ]?off|fraud|misleading|misled|false advertis|lied\b|liars?\b|ridiculous|wtf\b|fed up|sick (?:of|and tired)|furious|livid|outrag|legal action|(?:going|have|want|forced|ready|prepared|right|threaten\w*|about|like) to sue\b|(?:i|we|he|she|they)(?:'ll| will| can| could| shall| may| might|'d| would) sue\b|sue (?:you|your|them|for (?:damages|compensation))\b|suing\b|small claims|trading standards|ombudsman|compensat|waste of (?:money|time)|wasted (?:my|our|an|a|two|three)|how dare|joke right|(?:what|is this) a joke|ashamed|shame on|unhappy\b|dissatisf|fuming|shambles|shambolic|counterfeit|fake\b(?! (?:tan|lash|nail|plant|flower|grass|fur|snow))|damaged?\b(?! (?:deposit|waiver|hair|insurance|cover))|incompeten|negligen|careless|useless\b|pathetic|insult|humiliat|disgrace|inexcusable|atrocious|abysmal|nightmare|crap\b|bad (?:quality|service|experience|job|attitude|review)|(?:poor|terrible|awful|lousy|zero) (?:service|quality|job|experience|communication|workmanship|support|customer)
    `,
    unless: /resumes? reviews?|what'?s the damage|whats the damage|crypto|waste of time\?/,
  },
  {
    to: 'ticket/complaint',
    weight: 3.5,
    says: en`
      terrible|awful|angry|annoyed|frustrat|upset\b|unbelievable|ignor(?:ed|ing)\b|no (?:reply yet|response (?:yet|since|from|to)|answer (?:yet|from)|one (?:answer|repli|came|respond|pick|call|told|bother)\w*|apology|explanation|warning|notice)|(?:nobody|no-?one) (?:\w+ )?(?:repli|answer|came|respond|call|told|read|turned|bother|mention|showed|notic|knows)\w*|never (?:again|called|replied|showed|turned|came|answered|responded|been so|heard back)|haven'?t heard|(?:no|didn'?t) show(?:ed)?(?: up)?\b
      (?:was|were|arrived|turned up|came|hours?|minutes?|weeks?|days?|months?) late\b|stood (?:me|us) up|(?:third|second|fourth|fifth|nth) (?:time(?! here| visit| back)|attempt|email|message|request)|time this (?:week|month)|yet again|again and again|(?:you|we were|i was|was) (?:said|promised|told|agreed|guaranteed|assured)\b|promised\b|not what (?:i|we|was)|nothing like|not as (?:described|agreed|promised|advertised|shown|pictured)|looks? nothing|different (?:from|to|than) (?:the|what|your)|put (?:it|this|things) right|want an? (?:apology|explanation)|explain (?:please|this|yourself|why|how)|please explain|apolog(?:y|ise|ize)\b|(?:solicitor|(?<!\bfor (?:a|my|our|his|her) )lawyer(?! (?:friends?|recommended|clients?|colleagues?|customers?|neighbou?rs?|loves?|likes?|(?:and |who |has |he |she ){0,2}recommend\w*)\b))(?!s? (?:needs?|wants?|asked for|would like) (?:an?|the) (?:\w+ ){0,2}(?:cop(?:y|ies)|contract|report|deeds?|figures|papers?))|still waiting|been waiting|waited\b|waiting (?:for )?(?:\w+ )?(?:weeks|days|months|hours)|(?:weeks|months|days|hours) (?:ago|later) and (?:still|nothing)|i (?:explained|asked|told|emailed|wrote|called|requested|specifically|clearly)[^.!?]{0,20}\b(?:twice|times|already|clearly|specifically|for an?)|expected (?:better|more from)|let (?:me|us) down|hung up|shouted|swore\b|sarcastic|attitude|treated|blamed?\b|overpriced|unfair|regret
    `,
    unless: /apolog\w+ for (?:the|my)|clearest|sorry about/,
  },
  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`
      m(?:o)?uld(?:y)?\b|food poisoning|got sick|made (?:me|us|him|her) (?:sick|ill)|injur|burn(?:ed|t)\b|a rash\b|ruined|scratch(?:ed|es)|stain(?:ed|s)?\b|peel(?:ed|ing)|faded|torn\b|ripped\b|rust|dirty|filthy|stale|cold when|undercooked|overcooked|smell(?:s|ed)?\b|stinks|hair in|a hair\b|fell (?:apart|off|over|down)|snapped|crack(?:ed|s)\b|leak(?:s|ed|ing)\b|wrong (?:name|date|green|way|depth|colou?rs?|room|spelling|photo|file|language|amount|side|font|logo|version|door|person|day|time|measurements?)|mis-?(?:spel|print|translat|quot|label)\w*|spelt|spelled|typos?\b|mistakes?\b|not (?:touched|followed|done|finished|cleaned|even|straight|level|sealed|ready|delivered what)|unfinished|half[- ](?:finished|done)|cheap(?:ly)? made|poor(?:ly)?\b|dreadful|expect (?:better|someone|a response|an answer)|(?:you|your (?:driver|fitter|team|guy|staff|man|colleague|assistant)) (?:told (?:my|me|us|her|him)|called|shouted|swore|painted|broke|scratched|left|ruined|forgot|lost|ignored|said|deleted|cut|missed|skipped)\b|on (?:the )?live site|call me\.?$|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|today|end of day)\b[^?]{0,10}$|stock (?:photo|image|website|site)|copied|plagiari|stolen|leaked (?:my|our)|shared (?:my|our)|without (?:asking|permission|telling|my consent|our consent|notice)
    `,
    unless:
      /\bhow much\b|\bquote\b|what'?s the damage|whats the damage|\b(?:fix|repair|mend)(?:ing)? (?:an?|my|our)\b|\bcracked (?:back|screen)|\bprice\b|\bworld\b|hop on/,
  },
  {
    to: 'ticket/complaint',
    weight: 2,
    says: en`
      thanks for nothing|how (?:lovely|nice|kind|generous|thoughtful) of|slow clap|bravo\b|great job (?:on )?(?:break|los|ruin|forget)|impressive(?:ly)? (?:bad|slow|late)|apparently\b|listed building|so far today|seriously\?|really\?|congratulations on|i suppose|i assume|funny how|interesting (?:choice|interpretation|definition)|is that (?:normal|intentional|deliberate)|isn'?t (?:intentional|that)|what a (?:surprise|shock)|unless (?:you|i)|is it (?:supposed|meant) to|(?:was|were) (?:supposed|meant) to|should have (?:been|had|arrived|come)|so-called
      \?{2,}|!{3,}|[🙄😡😤🤬😠]
    `,
    unless: /^[\s?!]*$|\b(?:love|great news|got the house|yay)\b/,
  },

  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`
      (?:did|does|do)(?: not|n't) (?:meet|live up to|match|reflect)[^.!?]{0,20}(?:expectations?|standards?|promise\w*|described|description)|(?:below|not up to|not of) (?:the |an? |my |our )?(?:\w+ )?(?:standards?|expectations?)|(?:an|some|any|the) (?:explanation|apology) (?:for|of|as to)\b|(?:raise|flag|express|register) (?:a |an |my |our |some )?(?:\w+ )?(?:concerns?|dissatisfaction|disappointment)|(?:how|the way) (?:this|it|that|i|we|my \w+) (?:was|were|has been|have been|had been) (?:handled|treated|dealt with|spoken to)|(?:shouldn't|should not) have (?:to|happened|been)|not (?:how|what) (?:i|we) (?:would|expected|was expecting|were expecting|had)|(?:expected|hoped for) (?:better|more) (?:from|care|than|of)|(?:second|third|fourth) time (?:this|now|that|my|the|it) |(?:kept|left) (?:us |me )?waiting
    `,
    unless: /\bresumes?\b|\bwe (?:help|offer|provide)\b/,
  },
  {
    to: 'other/autoreply',
    weight: -6,
    says: en`(?:call|ring|phone|text|email|write|reply|answer|come|respond|help|get back|send)\b[^.!?]{0,24}(?:right|straight) ?away`,
  },
  { to: 'ticket', weight: 1.5, says: en`(?:call|ring|phone|text) (?:me|us) (?:back )?(?:right|straight) ?away` },
  {
    // what it is called by those who made it, and is not
    to: 'ticket/complaint',
    weight: 5,
    says: en`(?:(?:do|did|would|can|could|how (?:can|could|do)) (?:you|u|they|anyone)(?: guys| people)?(?: really| seriously| honestly| even| actually)? call (?:this|that|it|these|those)|(?:and )?(?:you|u|they) (?:really |seriously |actually |dare (?:to )?)?call (?:this|that|it|these|those)|^(?:so |and |oh )?(?:you )?call (?:this|that)(?! (?:back|number|off|in|\w+ number)\b)|(?:is )?(?:this|that|it)(?:'s| is)? what (?:you|u|they|passes)(?: guys| people)?(?: call)?)(?: for)? (?!(?:colou?r|style|model|size|design|one|flavou?r|type) )(?:an? |the |my )?[a-z]+(?: [a-z]+){0,2}\s*(?:[?.!]|$)|some (?:service|job|work) (?:that|this) (?:is|was)|(?:this|that|it) (?:is|was) supposed to be (?:an? |my |the )?[a-z]+`,
    unless: /\bwhat (?:do|does|would) (?:you|u|they) call|\b(?:how much|which|love|amazing|brilliant)\b/,
  },
  { to: 'ticket/complaint', weight: 3, says: allergySuffered },
  { to: 'ticket/complaint', weight: -3, says: nobodysFault },
];
