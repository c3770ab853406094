import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';

const GREETING =
  /^(?:hi|hello|hey|hiya|greetings|welcome|dear|good (?:morning|afternoon|evening|day)|thanks?|thank you|many thanks)(?![\p{L}\p{N}])|^(?:您好|你好|大家好|亲|尊敬的|各位|嗨|哈喽|早上好|下午好|晚上好|感谢|谢谢|抱歉|对不起|不好意思)/iu;

/** Whether words greet or thank whoever reads them: they are a whole answer, and need none around them. */
export const isLetter = (text: string): boolean => GREETING.test(plainly(headWords(text.trim(), 40)));
