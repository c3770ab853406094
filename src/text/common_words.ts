const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Small words that English has, and other languages in the same letters do not have. */
export const commonEnglish = set(`
  the and you your yours my mine our ours their his her its it it's i'm i'd i've i'll we're we'd they them this that these those
  is isn't are aren't was wasn't were have haven't has hasn't had did didn't do don't does doesn't can't cannot could couldn't
  would wouldn't should will won't be been being get got need want with without from of for to in on at by about after before
  what what's when where where's which who why how any some there here not but if or as than then just still again too very much many
  know think like please thank thanks send sent buy order ordered make made let tell ask see look come going
`);

/** They are a letter from a verb, and no slip of it: black, quite. */
export const realWords = set(`
  black clock flock bloc quite quota nope vote bone node tote notes noted wicket picket cricket verge emerge merger named defund refined
  invoices quotes tickets blocks snooker
`);

/** Small words of other languages in Latin letters: Spanish, Portuguese, French, Italian, German, Dutch, Polish, Turkish, Indonesian, Malay, Vietnamese without accents. */
export const commonForeign = set(`
  el los las del una unos que por para con está esta hola gracias quiero tengo cuanto cuesta buenos buenas días pedido pero muy mi
  sí favor donde cuando como puedo quisiera tienen
  o os um uma não nao obrigado obrigada olá ola bom quanto meu minha você vocês gostaria pode
  le les des une est et je vous nous pour avec bonjour merci combien mon ma pas c'est j'ai quel quelle puis bonsoir votre
  il gli che per sono ciao grazie vorrei mio mia quanto costa buongiorno avete posso della
  ich der das und ist nicht ein eine für fur bitte danke guten wie mein meine haben sie wir kann mit auf kostet möchte
  ik het een de niet voor van goedemorgen hoeveel graag mijn jullie wij dank
  nie jest dzień dobry proszę dziękuję czy ile mam merhaba teşekkürler ve bir ne kadar için
  saya apa apakah terima kasih berapa mau bisa tidak yang dengan untuk selamat dan xin chao toi muon bao nhieu cam
`);

/** Characters of Chinese grammar, which hardly ever stand in the name of a thing. */
export const tellingHan: ReadonlySet<string> = new Set(
  '吗嗎呢吧啊呀的了着过過么麼我你您他她它们們请請谢謝在有没沒是不要想问問能会會多几幾哪怎这這那还還再就也都给給把被让讓好',
);
