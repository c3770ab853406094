/**
 * The letters that most of ordinary text is written in, for each script. They tell the charset of unlabelled bytes: read with the wrong
 * one, text is made of rare letters.
 */

/** Simplified and traditional Han together, the Japanese forms among them: the charset decides the script, not the other way round. */
export const FREQUENT_HAN = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运您请谢订单货款票价收快递址码退换付联杯茶盒箱寄买卖店客户服费早晚午周号罐斤尺寸坏补吗呢吧啊哦麻烦帮忙李刘陈杨赵黄吴徐孙朱林' +
    '這個們來為國說時會對過發後裡種經學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門東聲員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運請謝訂單貨款價遞號碼換聯買賣費週壞補嗎麼煩幫劉陳楊趙黃吳孫' +
    '日年会行見分後前間上東今高円外気話北書名先千半電校語土聞食車何毎白天母右読友休父雨様届返送注文商品料金払確認問合願致込申絡連',
);

export const FREQUENT_HANGUL = new Set(
  '이다는에의을가고하지를은로한도어서사기나자리안있그시니해대인수정게스일들과라보만요제부아여상주전세구장원오우조동문관내트되국면드소으으로습니까감사합주문배송상품문의드립',
);

/** The most frequent letters of Greek, most frequent first. */
export const FREQUENT_GREEK = 'αοιετνσηυςρπκμλόίέάήωώύδγθχ';

/** In about this order of frequency, lower case. */
export const FREQUENT_CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєё';

/** Short words that people write alone, and whose bytes in each charset are accented letters of one Western language. */
export const SHORT_WORDS: Readonly<Record<string, RegExp>> = {
  'windows-1251': /^(?:за|из|де|же|еж|йе|це|дед|ааа+|иии+)$/,
  'koi8-r': /^(?:де|же|за|их|дед|аа+)$/,
  'windows-1253': /^(?:δε|φ|εδώ|αα+|ιη|ηι)$/,
  'big5-hkscs': /^謝謝$/,
  cp949: /^(?:응|아|네)+$/,
};
