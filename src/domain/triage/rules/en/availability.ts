import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Whether it is to be had, when, where, for whom. */
export const availability: readonly Rule[] = [
  {
    to: 'lead/availability',
    weight: 3.5,
    says: en`
      (?:are|r) (?:you|u|ya) (?:guys )?(?:\w+ )?(?:free|available|open|around|taking|still (?:taking|open|doing|selling)|accepting|booked|doing|able to (?:do|make|take|come|ship|deliver|fit))\b|(?:u|you) (?:free|open|around|available)\b|(?:do|does) (?:you|u|your \w+|this|it|they|these) (?:guys |also |still |currently |ever |only )?(?:have|stock|sell|do\b|offer|carry|take|make|ship|cover|work with|provide|support|come in|come with|deliver|accept|teach|cater|print|repair|fix|travel|include|run|speak|give|rent|hire|host|fit)\b|have you got\b|got any\b|any(?:one|1)? (?:more|left|slots?|spaces?|spots?|availability|chance|openings?|room|tables?|there|places)\b|(?:in|out of|back in) stock\b|availab(?:le|ility)\b|wait(?:ing)?[- ]?list\b|open (?:today|tomorrow|on|now|late|this|sundays|weekends)\b|free (?:tonight|today|tomorrow|on|this|next|before)\b|fully booked|sold out\b|taking on\b|take on\b|restock|opening (?:hours|times)|what time (?:do|are) you|when (?:do|are|is) (?:you|u|the next)\b|in case of a cancellation|all gone\b|you have (?:this|these|the|a|any)\b|where are you (?:based|located)|your address|next (?:course|cohort|batch|intake|class|workshop|session)\b|still (?:available|for sale|on sale)|lead time|turnaround|how (?:long|soon|quickly) (?:would|will|does|do|can|could)[^?]{0,40}(?:take|make|deliver|start|do)
    `,
    unless:
      /not available\b|error|free audit|masterclass|if you have any questions|have any shifts|why do you|do you know|my order|refund|broken/,
  },
  {
    to: 'lead/availability',
    weight: 2,
    says: en`
      (?:can|could|would|will) (?:you|u|ya) (?:also |possibly |please )?(?:do|make|repair|paint|print|engrave|translate|build|design|cater|cover|teach|take|handle|deliver to|ship to|come|create|write|edit|shoot|photograph|draw|tutor|recommend|bake|sew|alter|restore|help (?:me|us) (?:with (?:a|an|our|my)|choose|build|plan|find|design|write))\b|do it in\b|left\?|is (?:the|there|this|it)\b[^.?!]{0,50}\b(?:full|still (?:on|for sale|there)|a version|possible|suitable|ok for|okay for|good for|vegan|gluten|waterproof)\b|in (?:maroon|black|white|red|blue|green|size|large|small|medium)\b|need (?:an? )?(?:emergency|urgent)\b|suitable for|(?:is|are) (?:this|these|it) (?:real|vegan|handmade|ok|safe|suitable)|which (?:one|size|plan|course|model) (?:should|would|do|is)|what(?:'s| is) the difference|difference between|(?:can|could|may) i (?:order|buy|get|have|pay|still|also|join|come|pick)
    `,
    unless: /refund|broken|wrong|missing|instead of|not work|error|replacement/,
  },
];
