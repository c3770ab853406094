export type Field = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/**
 * What mail programs call each field above a mail that they quote, by language; in Chinese mail the words are often
 * spread with blanks (主　题).
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  from: [
    'from|sender|发件人|发信人|寄件人|寄件者|发送人|发件者|發件人|發信人|发送者|来自|來自|自|差出人|送信者|送信元|보낸 사람|보낸사람|보낸이|발신',
    'von|absender|de|expéditeur|da|mittente|van|afzender|remitente|remetente|expeditor|expeditorul|de la|de către',
    'från|avsändare|fra|avsender|afsender|lähettäjä|saatja|od|nadawca|odesílatel|odosielateľ|šalje|pošiljatelj|feladó|kimden|gönderen',
    'от|от кого|отправитель|від|від кого|відправник|подател|dari|pengirim|từ|người gửi|จาก|ผู้ส่ง|από|αποστολέας|מאת|من|المرسل|nuo|siuntėjas|no|sūtītājs|daripada|प्रेषक|से|از|فرستنده|frá|nork|од|шаље|кімнен|mula kay|mula|প্রেরক|থেকে|পাঠিয়েছেন|გამგზავნი|அனுப்புநர்',
  ],
  date: [
    'sent|date|sent at|sent time|date sent|sent on|发送时间|发送日期|发件时间|发件日期|日期|时间|時間|寄件日期|寄件時間|傳送時間|發送時間|傳送日期|傳送|已发送|送信日時|日時|送信|送信日|日付|보낸 날짜|보낸날짜|날짜|발신일',
    'gesendet|datum|gesendet am|envoyé|envoyé le|envoyé à|date d.envoi|enviado|enviado el|enviada em|enviado em|enviada|fecha|fecha de envío|data|inviato|data invio|verzonden|verzonden op|trimis|dată|data trimiterii',
    'skickat|skickades|sendt|dato|sänt|lähetetty|päivämäärä|päiväys|saadetud|kuupäev|wysłane|wysłano|data wysłania|odesláno|odoslané|dátum|poslano|poslané|küldve|elküldve|küldés ideje|küldés dátuma|gönderildi|gönderilen|gönderme tarihi|gönderim tarihi|tarih',
    'отправлено|дата|дата отправки|відправлено|надіслано|изпратено|dikirim|tanggal|đã gửi|ngày|ส่งเมื่อ|ส่ง|วันที่|ημερομηνία|στάλθηκε|εστάλη|נשלח|תאריך|تاريخ|تم الإرسال|التاريخ|data i godzina|išsiųsta|nosūtīts|datums|dihantar|tarikh|भेजा गया|दिनांक|ارسال شده|تاریخ|bidaltze-data|bidalita|послато|датум|испратено|жіберілді|күні|ipinadala|petsa|পাঠানো হয়েছে|তারিখ|terkirim|dagsetning',
    'sent date|data nadania',
  ],
  to: [
    'to|recipient|recipients|收件人|收信人|收件者|接收人|發送至|发送至|发给|收件人员|至|宛先|送信先|받는 사람|받는사람|받는이|수신',
    'an|empfänger|para|à|a|pour|destinataire|destinataires|destinatario|destinatarios|destinatário|aan|ontvanger|către|catre|destinatarul|destinatar',
    'till|mottagare|til|modtager|mottaker|vastaanottaja|saaja|do|adresat|komu|pre|prima|za|címzett|kime|alıcı',
    'кому|получатель|до|одержувач|kepada|ke|tới|đến|người nhận|ถึง|ผู้รับ|προς|אל|إلى|kam|kepada|प्रति|به|گیرنده|til|nori|за|до|кімге|para kay|প্রাপক|প্রতি',
  ],
  cc: [
    'cc|bcc|抄送|抄送人|抄送至|副本|密送|密件抄送|密件副本|同报|ccに|参照|참조|숨은 참조',
    'kopie|kopie (cc)|blindkopie|blindkopie (bcc)|copie|copie à|copie (cc)|cci|copia|con copia|cco|cópia|com cópia|copia conoscenza|ccn|kopie aan|bcc kopie',
    'kopia|hemlig kopia|kopi|kopi til|kopio|piilokopio|koopia|dw|udw|do wiadomości|kopie pro|skrytá kopie|kópia|másolat|másolatot kap|titkos másolat|bilgi|gizli',
    'копия|скрытая копия|копія|tembusan|salinan|đồng gửi|สำเนา|κοιν.|κοινοποίηση|עותק|نسخة',
  ],
  subject: [
    'subject|re|主题|标题|主旨|主題|件名|題名|题目|邮件主题|邮件标题|제목',
    'betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|subiect|subiectul',
    'ämne|ärende|emne|aihe|otsikko|teema|temat|předmět|predmet|naslov|zadeva|tárgy|konu',
    'тема|относно|subjek|perihal|judul|chủ đề|tiêu đề|เรื่อง|หัวเรื่อง|θέμα|נושא|الموضوع|tema|tēma|subjek|विषय|موضوع|efni|gaia|предмет|тақырыбы|тақырып|paksa|বিষয়|தலைப்பு',
  ],
  other: [
    'reply-to|reply to|回复|答复至|回复地址|importance|priority|重要性|优先级|附件|attachments|attachment|anlagen|organization|组织|message-id|mailed-by|signed-by|cc to|邮件id|resent-from|resent-to|return-path|重要度|添付ファイル',
    'antwort an|wichtigkeit|priorität|anhänge|répondre à|importance|pièces jointes|responder a|importancia|prioridad|adjuntos|rispondi a|priorità|allegati|antwoord aan|urgentie|bijlagen|importância|prioridade|anexos|răspuns către',
    'svara till|prioritet|bifogade filer|svar til|vigtighed|viktighet|vastaus|tärkeys|odpowiedź-do|odpowiedz do|ważność|załączniki|odpověď na|důležitost|přílohy|odpovedať-pre|odgovori na|válaszcím|fontosság|mellékletek|yanıt adresi|önem|ekler',
    'ответ-кому|важность|вложения|кому відповісти|важливість',
  ],
};

/** Fields by name in lower case. */
export const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, lists]) =>
    lists.flatMap((names) => names.split('|')).map((name) => [name, field as Field] as const),
  ),
);

/** Labels that customers use only for a mail, if the label is bold or a rule stands above it. */
export const SURELY_MAIL =
  /^(sent( at| time| on)?|发送时间|发送日期|发件时间|发件人|寄件日期|發送時間|傳送時間|gesendet|betreff|envoyé|asunto|差出人|送信日時|oggetto|onderwerp|verzonden|ämne|skickat|emne|sendt|temat|wysłane|předmět|odesláno|tárgy|konu|gönderildi|тема|отправлено)$/;
