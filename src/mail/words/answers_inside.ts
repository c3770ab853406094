import { head, headWords } from '../../text/cut.ts';
import { join, LINE_LIMIT, lineAbove, type Role } from './lines.ts';

/** About as many characters as in "Hi Anna,". */
const NEXT_TO_NOTHING = 15;

/** The author says that answers stand further down, or that a colour marks them. */
const ANSWERS_BELOW =
  /\b(below|inline|in-line|answers?|replies|comments?|in (red|blue|green|bold|colou?r\w*)|colou?red?|unten|farbig|in (rot|blau)|antwort\w*|ci-dessous|couleur|en rouge|en bleu|rojo|azul|abajo|rosso|sotto|rood|onder)\b|红|紅|蓝|藍|绿|颜色|下面|以下|见下|回复如|赤|青|下記/i;

const COLOUR_TELLS =
  /\b(in (red|blue|green|purple|orange|colou?r\w*)|colou?red|(in )?(rot|blau|grün|farbig)|en (rouge|bleu|vert|couleur|rojo|azul|verde)|in (rosso|blu|verde))\b|红|紅|蓝|藍|绿|綠|颜色|顏色|赤字|青字/i;

/**
 * Coloured words inside the history are the author's answer if the author says so, says next to nothing above, or if
 * they follow a question. Then all of the history stays, because an answer alone says nothing. If most of the history
 * is coloured, colour means nothing unless the author mentions it.
 */
export function withColouredAnswers(lines: readonly string[], roles: Role[], coloured: readonly number[]): Role[] {
  const isOld = (index: number) => lines[index] !== '' && (roles[index] === 'quoted' || roles[index] === 'history');
  const answers = coloured.filter(isOld);
  const own = join(lines.filter((_, index) => roles[index] === 'own'));
  const isMost = answers.length * 2 > lines.filter((_, index) => isOld(index)).length;
  if (answers.length === 0 || (isMost && !COLOUR_TELLS.test(headWords(own, LINE_LIMIT)))) return roles;
  const said = own.length < NEXT_TO_NOTHING || ANSWERS_BELOW.test(headWords(own, LINE_LIMIT));
  if (!said && !answers.some((at) => /[?？]\s*$/.test(lineAbove(lines, at)))) return roles;
  const answered = new Set(answers);
  return roles.map((role, index) => (answered.has(index) ? 'own' : role === 'history' ? 'quoted' : role));
}

/** The author says in a few words that their answers stand in the history. */
const ANSWERS_INSIDE =
  /\b(answer(s|ed)?|repl(y|ies|ied)|comment(s|ed)?|respon(se|ses|ded)|see|please find|notes?)\b.{0,40}\b(below|in-?line|inside|in (bold|red|blue|green|capitals|caps|yellow)|highlighted|within)\b|^\W{0,3}(see )?(below|in-?line)\b|\b(siehe|antwort(en)?|unten)\b.{0,30}\b(unten|rot|blau|fett|im text)\b|\b(voir|réponses?)\b.{0,30}(ci-dessous|en rouge|en bleu|en gras)|\b(respuestas?|ver|contesto)\b.{0,30}(abajo|debajo|en rojo|en azul|en negrita)|\b(vedi|risposte)\b.{0,30}(sotto|in rosso|in grassetto)|\b(zie|antwoord(en)?)\b.{0,30}(onder|hieronder|rood)|(见|請見|请见|请看|如|回复在|回答在|答复在|写在)(下|以下|下面|下方)|(下面|下方|原文).{0,6}(回复|回答|答复|标)|以下に回答|下記(に|の通り)|см\.? ниже|ответы ниже|\b(answer(s|ed)?|repl(y|ies|ied)|comment(s|ed)?|respon(se|ses|ded)|wrote|notes?|marked)\b.{0,40}\b(in(to)? (the|your) (text|body|mail|e-?mail|message)|between (the|your) lines|(under|next to|beside|after|behind) (each|every|your|the)|in (purple|orange|bold))\b|antworten?\b.{0,30}\b(im text|in deiner mail|in ihrer mail|zwischen den zeilen)|(色|红|蓝|绿|标注?|黑体|加粗|批注).{0,8}(是|为|系).{0,6}(答|回复|意见|批注)|批注|逐[条項项](回|答)/iu;
const FEW_WORDS = 200;
/** Of a longer text only the beginning is looked at. */
const COVER = 600;

/** Whether the author says that their answers stand among the earlier words. */
export const saysAnswersInside = (text: string): boolean => ANSWERS_INSIDE.test(head(text, COVER));

/**
 * Authors who say so, in a copy that their program made without `>`, mark their answers with bold type, their name or
 * nothing at all. Then all of it is shown, because nobody can tell which lines are theirs.
 */
export function withToldAnswers(lines: readonly string[], roles: Role[]): Role[] {
  if (!roles.includes('history') || roles.includes('quoted')) return roles;
  const own = join(lines.filter((_, index) => roles[index] === 'own'));
  if (own === '' || own.length > FEW_WORDS || !ANSWERS_INSIDE.test(own)) return roles;
  const history = lines.filter((line, index) => roles[index] === 'history' && line !== '');
  return history.some((line, index) => isAnswer(line, history[index - 1] ?? ''))
    ? roles.map((role) => (role === 'history' ? 'own' : role))
    : roles;
}

/**
 * Whether a line is an answer: words after a question, in the same line or the next, that ask nothing themselves, or
 * words after the author's name as Outlook writes it.
 */
function isAnswer(line: string, above: string): boolean {
  if (/[?？]\s+[^?？\s][^?？]*$/.test(line)) return true;
  return (/[?？]\s*$/.test(above) && !/[?？]\s*$/.test(line)) || /^\[\p{L}[^\]]{0,40}\]\s*\S/u.test(line);
}

/**
 * Whether answers stand between quotations, or above and below one. An answer below a single quotation answers all of
 * it.
 */
export function isInterleaved(lines: readonly string[], roles: readonly Role[]): boolean {
  const runs = roles.filter((role, index) => lines[index] !== '' && (role === 'own' || role === 'quoted'));
  const turns = runs.filter((role, index) => role !== runs[index - 1]).join(' ');
  return /own quoted own|quoted own quoted/.test(turns);
}
