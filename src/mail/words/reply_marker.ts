const LONGEST = 200;

/** "Please type your reply above this line", as help desks write above what they sent: everything below is theirs. */
const MARKER = new RegExp(
  [
    '(reply|replies|respond|response|answer|write|type|text)\\b.{0,40}\\b(above|over) (this|the|that) (line|message|text)',
    '(do not|don.t|please do not) (edit|write|type|remove|delete|modify|alter|change).{0,30}\\b(below|under|this) (this |the )?(line|message)?',
    '(在|于)?(此|该|本|这|這|这条|這條)(行|线|條線|条线|横线|分割线|分隔线).{0,4}(上方|之上|以上|上面).{0,6}(回复|回覆|答复|輸入|输入|填写)|请?(回复|回覆|答复).{0,10}(此|该|本)(行|线).{0,2}(上|之上)',
    '(antwort\\w*|schreiben).{0,40}(über|oberhalb) (dieser|diese) (zeile|linie)',
    '(répon\\w+|écri\\w+).{0,40}au-dessus de (cette|la) ligne',
    '(respond\\w+|contest\\w+|escrib\\w+|escrev\\w+|respuesta|resposta).{0,40}(encima|arriba|acima) d(e|esta|e esta) (esta )?(línea|linha)',
    '(rispond\\w+|scriv\\w+|risposta).{0,40}(sopra|al di sopra di) (questa|a questa) riga',
    '(reageer|antwoord\\w*|typ).{0,40}boven deze (regel|lijn)',
    '(svar\\w*|skriv\\w*|odpow\\w+|odpov\\w+|yanıt\\w*|відпов\\w+|ответ\\w*).{0,40}(ovanför|over|powyżej|nad|üstüne|вище|выше) (denna|denne|tej|t[ií]mto|bu|цього|этой) (rad|linje|linii|řádk\\w+|satır\\w*|рядка|строки)',
    '(この)(行|線)(より|の)上.{0,10}(返信|入力|記入)|이 (줄|선) 위에.{0,10}(답장|회신|입력)',
  ].join('|'),
  'iu',
);

/** Whether a line says that answers belong above it. It is decorated, or contains nothing else. */
export function isReplyMarker(line: string): boolean {
  if (line.length > LONGEST || line.length < 6) return false;
  const found = MARKER.exec(line);
  if (!found) return false;
  const rest = line.slice(0, found.index) + line.slice(found.index + found[0].length);
  return /^[\s\W]*[-#=*_—–~]{2}/.test(line) || rest.replace(/please|your|bitte|请|[\W_]/giu, '').length < 4;
}
