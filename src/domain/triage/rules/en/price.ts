import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Prices and quotes. */
export const price: readonly Rule[] = [
  {
    to: 'lead/price',
    weight: 3.5,
    says: en`
      how much\b|pric(?:e|es|ing|ed|e ?list)\b|costs?\b|(?:what(?:'?s| is| are|s)?|your|ur|hourly|day|daily) (?:\w+ )?rates?\b|what (?:do|would|will|does) (?:you|u|it|that) charge|(?:do|would) you charge|what'?s the (?:damage|fee|cost|rate)|whats the (?:damage|fee|rate)|(?:non[- ]?profit|student|group|bulk|volume|early|family|senior|multi-?buy|trade) (?:discount|rate|price)|(?:any|a|offer|give|have|do) discounts?|cheaper|afford|budget\b|ballpark|per (?:hour|month|seat|user|person|session|word|head|page|night|lesson|class|day|year|kilo|piece|item)\b|fees?\b|still [$£€]\d|(?:best|better|good) (?:price|deal)\b|expensive|any (?:deals|offers|sale|promo)|tuition|(?:payment|pricing) plans?|installments|instalments|what packages|included\b[^.!]{0,20}\?|(?:does|do) (?:that|it|the price|they) include|is it free|for free\?|free shipping|shipping (?:cost|fee)|membership (?:options|cost)
    `,
    unless:
      /\b(?:late|import|cancellation|handling|unexpected|hidden|referral|flat|production) fees?|price list page|prices? up\b|\bcharged\b|your (?:firm|company|business)|cost me|wrong price|full price|price (?:changed|went up|is wrong|was)/,
  },
  {
    to: 'lead/quote',
    weight: 4,
    says: en`
      quot(?:e|es|ation|ations)\b|estimates?\b|to bid\b|you bid\b|tender\b|rough (?:number|figure|idea|cost|price)|fixed price|what (?:would|will) (?:that|it|this|you)\b[^.?!]{0,12}\b(?:come to|cost|charge|set us back)|rf[qp]\b|want a number|(?:together|give us|send|me|us) (?:a )?(?:number|figure|proposal)\b|calculate for|price up\b|cost (?:up|out)\b|put together a (?:proposal|price)
    `,
    unless:
      /thank(?:s| you) for (?:the|your) (?:quote|estimate)|air quotes|quotes? (?:you gave|was|said)|estimated delivery/,
  },
  {
    to: 'lead/quote',
    weight: 1.5,
    says: en`
      (?:we|i)(?:'d|'re| are| would|'m| am)? (?:need|looking for|look for|like|want|require|after|opening|planning|building|writing|hoping|getting married|hosting|organi[sz]ing|launching|renovating|redoing)\b[^.!?]{0,60}\b(?:\d+|a|an|some|new|our|my)\b|dimensions|sizes?\b|\d+ ?(?:x|cm|mm|m2|sq|pages|words|products|people|guests|staff|units|pieces|pcs|sets|copies|employees|rooms)\b|custom(?:ised|ized)?\b|bespoke|commission (?:a|an|you)|(?:by|before|for) (?:the )?(?:wedding|event|conference|launch|opening)
    `,
    unless: /\brefund|custom(?:er|s)\b|wrong/,
  },
];
