import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeNewPerson } from '../../src/text/person/new_person.ts';
import { readPerson } from '../../src/text/person/person.ts';
import { readPhone } from '../../src/text/person/phone.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

type Expected = Partial<ReturnType<typeof readPerson>>;
const read = (text: string, country = 'CN') => readPerson(text, country);
const nobody = { name: '', phones: [], emails: [], tags: [], notes: [] };

describe('what is written of a person', () => {
  it.each<[string, Expected]>([
    ['张三 13800138000 zhang@example.com #vip', { name: '张三', phones: ['13800138000'], emails: ['zhang@example.com'], tags: ['vip'] }],
    ['王五，13700001111，wang@163.com，上海，老客户', { name: '王五', phones: ['13700001111'], emails: ['wang@163.com'], notes: ['上海', '老客户'] }],
    ['李雷 微信 lilei2020 电话：０１０－６６６６８８８８ 生日3月5日', { name: '李雷', phones: ['010-66668888'], notes: ['微信：lilei2020', '生日：3月5日'] }],
    ['韩梅梅\n139 0000 1234\n浙江省杭州市西湖区龙井路1号', { name: '韩梅梅', phones: ['139 0000 1234'], notes: ['浙江省杭州市西湖区龙井路1号'] }],
    ['欧阳娜娜 +86 139 1234 5678 vip', { name: '欧阳娜娜', phones: ['+86 139 1234 5678'], notes: ['vip'] }],
    ['收货人: 韩梅梅 手机号码: 13912345678 所在地区: 浙江省杭州市 详细地址: 龙井路1号', { name: '韩梅梅', phones: ['13912345678'], notes: ['所在地区：浙江省杭州市', '详细地址：龙井路1号'] }],
    ['Li Wei 010-62781234转8001', { name: 'Li Wei', phones: ['010-62781234转8001'] }],
    ['Wang 13800138000/13900139000', { name: 'Wang', phones: ['13800138000', '13900139000'] }],
    ['赵六 13900139001 13900139002', { name: '赵六', phones: ['13900139001', '13900139002'] }],
    ['孙七13900139001', { name: '孙七', phones: ['13900139001'] }],
    ['周八(13900139001)', { name: '周八', phones: ['13900139001'] }],
    ['吴九 1390013900', { name: '吴九', phones: ['1390013900'] }],
    ['李雷电话：13900139001微信同号', { name: '李雷', phones: ['13900139001'], notes: ['微信同号'] }],
    ['From: kate@brightpath.org\nHi, we saw your work. Best, Kate Muller', { name: 'Kate Muller', emails: ['kate@brightpath.org'], notes: ['Hi, we saw your work. Best, Kate Muller'] }],
    ['From: Kate Muller <kate@brightpath.org>\nHi there', { name: 'Kate Muller', emails: ['kate@brightpath.org'], notes: ['Hi there'] }],
    ['发件人：kate@brightpath.org\n你好，想问一下', { name: '', emails: ['kate@brightpath.org'], notes: ['你好，想问一下'] }],
    ['"Anna Smith" <anna@example.com>', { name: 'Anna Smith', emails: ['anna@example.com'] }],
    ['一号店 2', { name: '一号店 2' }],
    ['王 小明 13900139001', { name: '王 小明', phones: ['13900139001'] }],
    ['王五 上海 老客户', { name: '王五', notes: ['上海 老客户'] }],
    ['13900139001 王五', { name: '王五', phones: ['13900139001'] }],
    ['赵敏 wx13800138000', { name: '赵敏', notes: ['wx13800138000'] }],
    ['钱多多 生日 2000-03-05', { name: '钱多多', notes: ['生日：2000-03-05'] }],
    ['钱伟，13800138000，要10斤龙井 ¥1,280', { name: '钱伟', phones: ['13800138000'], notes: ['要10斤龙井 ¥1,280'] }],
    ['赵云 13800138000 2斤', { name: '赵云', phones: ['13800138000'], notes: ['2斤'] }],
    ['赵云 13800138000 12月5日', { name: '赵云', phones: ['13800138000'], notes: ['12月5日'] }],
    ['赵云 13800138000 2026-12-05', { name: '赵云', phones: ['13800138000'], notes: ['2026-12-05'] }],
    ['VIP 王总 13800138000', { name: '王总', phones: ['13800138000'], tags: ['vip'] }],
    ['新客户：赵云 13800138000', { name: '赵云', phones: ['13800138000'] }],
    ['您好，我是赵云 13800138000', { name: '赵云', phones: ['13800138000'] }],
    ['广东省深圳市南山区科技园 张伟 13800138000', { name: '张伟', phones: ['13800138000'], notes: ['广东省深圳市南山区科技园'] }],
    ['上海市静安区南京西路1266号3楼 李娜 13900139001', { name: '李娜', phones: ['13900139001'], notes: ['上海市静安区南京西路1266号3楼'] }],
    ['浙江杭州文三路90号\n王芳\n13700137000', { name: '王芳', phones: ['13700137000'], notes: ['浙江杭州文三路90号'] }],
    ['小美 生日5月1日 13900000012', { name: '小美', phones: ['13900000012'], notes: ['生日：5月1日'] }],
    ['小美 生日：5月1日 13900000012', { name: '小美', phones: ['13900000012'], notes: ['生日：5月1日'] }],
    ['小美 微信 mei88 13900000012 上海', { name: '小美', phones: ['13900000012'], notes: ['微信：mei88', '上海'] }],
    ['020-88886666 周老板', { name: '周老板', phones: ['020-88886666'] }],
    ['13800138000 张伟', { name: '张伟', phones: ['13800138000'] }],
    ['13800138000 万先生 上海', { name: '万先生', phones: ['13800138000'], notes: ['上海'] }],
    ['省小明 13900139001', { name: '省小明', phones: ['13900139001'] }],
    ['￥300 王', { name: '王', notes: ['￥300'] }],
    ['二胖（3号楼） 13900139001', { name: '二胖(3号楼)', phones: ['13900139001'] }],
    ['王阿姨（5栋2单元） 13900139001', { name: '王阿姨(5栋2单元)', phones: ['13900139001'] }],
    ['A座1203 刘洋', { name: '刘洋', notes: ['A座1203'] }],
    ['3号楼 老王 13900139001', { name: '老王', phones: ['13900139001'], notes: ['3号楼'] }],
    ['12-301 张姐', { name: '张姐', notes: ['12-301'] }],
    ['刘洋 3栋2单元501 13900139001', { name: '刘洋', phones: ['13900139001'], notes: ['3栋2单元501'] }],
    ['7号 13900139001', { name: '7号', phones: ['13900139001'] }],
    ['此致\n敬礼\n王小明 13800138000', { name: '王小明', phones: ['13800138000'] }],
  ])('%s', (text, expected) => expect(read(text)).toEqual({ ...nobody, ...expected })); // biome-ignore format: a list

  it.each<[string, Expected]>([
    ['Kate, phone 07700 900123, mobile: 07911 123456', { name: 'Kate', phones: ['07700 900123', '07911 123456'] }],
    ['Bob Brown, 12 High Street, London', { name: 'Bob Brown', notes: ['12 High Street', 'London'] }],
    ['Anna Smith likes oolong', { name: 'Anna Smith', notes: ['likes oolong'] }],
    ['Ludwig van Beethoven email ludwig@example.com', { name: 'Ludwig van Beethoven', emails: ['ludwig@example.com'] }],
    ['anna smith 020 7946 0018 ext. 12', { name: 'anna smith', phones: ['020 7946 0018 ext. 12'] }],
    ['Zoe Park city: New York #vip #student', { name: 'Zoe Park', city: 'New York', tags: ['vip', 'student'] }],
    ['马超 城市:苏州 #老客', { name: '马超', city: '苏州', tags: ['老客'] }],
    ['马超 ma.chao@example。com', { name: '马超', emails: ['ma.chao@example.com'] }],
    ["Sinéad O'Connor city: Dublin", { name: "Sinéad O'Connor", city: 'Dublin' }],
    ['Name: Anna Smith\nTel. 020 7946 0018\nAddress: 12 High St', { name: 'Anna Smith', phones: ['020 7946 0018'], notes: ['Address: 12 High St'] }],
    ['Smith, John 07700 900123', { name: 'John Smith', phones: ['07700 900123'] }],
    ['Anna, London', { name: 'Anna', notes: ['London'] }],
    ['Best regards,\nTom Baker\nSales Manager\n07700 900123', { name: 'Tom Baker', phones: ['07700 900123'], notes: ['Sales Manager'] }],
    ['Name Bob Small Phone 07700 900123 Email bob@example.com', { name: 'Bob Small', phones: ['07700 900123'], emails: ['bob@example.com'] }],
    ['Full name Bob Small\nMobile 07700 900123', { name: 'Bob Small', phones: ['07700 900123'] }],
    ['Customer name Bob Small tel 07700 900123', { name: 'Bob Small', phones: ['07700 900123'] }],
    ['12 High Street, London, Bob Brown 07700 900123', { name: 'Bob Brown', phones: ['07700 900123'], notes: ['12 High Street', 'London'] }],
    ['Flat 3, 221b Baker Street\nBob Brown\n07700 900123', { name: 'Bob Brown', phones: ['07700 900123'], notes: ['Flat 3', '221b Baker Street'] }],
    ['Rosa 4 Mill Road', { name: 'Rosa', notes: ['4 Mill Road'] }],
    ['Gil Hart 4 Mill Road Bath BA1 1AA', { name: 'Gil Hart', notes: ['4 Mill Road Bath BA1 1AA'] }],
    ['Rosa Diaz Mozartgasse 4', { name: 'Rosa Diaz', notes: ['Mozartgasse 4'] }],
    ['Rosa Lee Calle Mayor 4 Madrid', { name: 'Rosa Lee', notes: ['Calle Mayor 4 Madrid'] }],
    ['Rosa Diaz London BA1 1AA', { name: 'Rosa Diaz', notes: ['London BA1 1AA'] }],
    ['Rosa Bath BA1 1AA', { name: 'Rosa Bath', notes: ['BA1 1AA'] }],
    ['Rosa Lee Austin TX 78701', { name: 'Rosa Lee', notes: ['Austin TX 78701'] }],
    ['Rosa Lee 8010 Graz', { name: 'Rosa Lee', notes: ['8010 Graz'] }],
    ['Rosa Flat 4B', { name: 'Rosa', notes: ['Flat 4B'] }],
    ['Rosa @rosa_ig', { name: 'Rosa', notes: ['@rosa_ig'] }],
    ['@rosa_ig Rosa', { name: 'Rosa', notes: ['@rosa_ig'] }],
    ['Rosa 1-888-TEA-CUPS', { name: 'Rosa', notes: ['1-888-TEA-CUPS'] }],
    ['Rosa 555-01', { name: 'Rosa', notes: ['555-01'] }],
    ['Rosa 999', { name: 'Rosa', notes: ['999'] }],
    ['Rosa 12.5', { name: 'Rosa', notes: ['12.5'] }],
    ['Rosa £50 deposit', { name: 'Rosa', notes: ['£50 deposit'] }],
    ['Rosa Lee 12 boxes', { name: 'Rosa Lee', notes: ['12 boxes'] }],
    ['Gil Hart - regular customer', { name: 'Gil Hart', notes: ['regular customer'] }],
    ['Gil Hart: likes tea', { name: 'Gil Hart', notes: ['likes tea'] }],
    ['王五 999', { name: '王五', notes: ['999'] }],
    ['Rosa Mill Road 4', { name: 'Rosa', notes: ['Mill Road 4'] }],
    ['rosa bath ba1 1aa', { name: 'rosa bath', notes: ['ba1 1aa'] }],
    ['Rosa Lee PO Box 12', { name: 'Rosa Lee', notes: ['PO Box 12'] }],
    ['Rosa Lee EUR 50', { name: 'Rosa Lee', notes: ['EUR 50'] }],
    ['Rosa Lee A-1023', { name: 'Rosa Lee', notes: ['A-1023'] }],
    ['Rosa Lee +44', { name: 'Rosa Lee', notes: ['+44'] }],
    ['李雷 4 Mill Road', { name: '李雷', notes: ['4 Mill Road'] }],
    ['Bar 21 Berlin', { name: 'Bar 21 Berlin' }],
    ['Rosa Diaz Oxford Street', { name: 'Rosa Diaz', notes: ['Oxford Street'] }],
    ['Rosa Diaz Am Markt 3', { name: 'Rosa Diaz', notes: ['Am Markt 3'] }],
    ['Rosa Diaz House 5', { name: 'Rosa Diaz', notes: ['House 5'] }],
    ['Rosa Diaz The Old Rectory', { name: 'Rosa Diaz', notes: ['The Old Rectory'] }],
    ['Rosa Diaz (florist)', { name: 'Rosa Diaz', notes: ['(florist)'] }],
    ['Rosa Diaz 10am', { name: 'Rosa Diaz', notes: ['10am'] }],
    ['Rosa Diaz 2x', { name: 'Rosa Diaz', notes: ['2x'] }],
    ['Rosa Diaz (née Cole)', { name: 'Rosa Diaz (née Cole)' }],
    ['Maria de la Cruz Hof', { name: 'Maria de la Cruz Hof' }],
    ['Florence and The Machine', { name: 'Florence and The Machine' }],
    ['Unit 4 Design', { name: 'Unit 4 Design' }],
    ['Lena 12 Monkeys Ltd', { name: 'Lena 12 Monkeys Ltd' }],
    ['Suite Dreams', { name: 'Suite Dreams' }],
    ['Zoë Park Lane', { name: 'Zoë Park Lane' }],
    ['Studio 54', { name: 'Studio 54' }],
    ['Anna 2', { name: 'Anna 2' }],
    ['John Smith 3rd', { name: 'John Smith 3rd' }],
    ['Bakery 21 Ltd', { name: 'Bakery 21 Ltd' }],
    ['Mill Road Bakery', { name: 'Mill Road Bakery' }],
    ['7 Eleven', { name: '7 Eleven' }],
    ['zhang@qq', { notes: ['zhang@qq'] }],
    ['13800', { notes: ['13800'] }],
    ['13800 Bob', { name: 'Bob', notes: ['13800'] }],
    ['New customer: Tom Baker', { name: 'Tom Baker' }],
    ['BEGIN:VCARD\nVERSION:3.0\nN:Baker;Tom;;;\nFN:Tom Baker\nORG:Baker & Sons;Sales\nTEL;TYPE=CELL:+44 7700 900123\nEMAIL;TYPE=WORK:tom@example.com\nADR;TYPE=HOME:;;12 High St;London;;N1 1AA;UK\nEND:VCARD', { name: 'Tom Baker', phones: ['+44 7700 900123'], emails: ['tom@example.com'], notes: ['company: Baker & Sons Sales', 'address: 12 High St London N1 1AA UK'] }],
    ['BEGIN:VCARD\r\nVERSION:4.0\r\nN:Baker;Tom;;;\r\nTEL;VALUE=uri:tel:+447700\r\n 900123\r\nEND:VCARD', { name: 'Tom Baker', phones: ['+447700900123'] }],
  ])('%s (GB)', (text, expected) => expect(read(text, 'GB')).toEqual({ ...nobody, ...expected })); // biome-ignore format: a list

  // a house and its postcode are no phone, and a street goes with them
  it.each<[string, string, string, (string | undefined)?, string?]>([
    ['DE', 'Peter Bach Lindenallee 44 50667 Köln', 'Peter Bach', 'Lindenallee 44 50667 Köln'],
    ['DE', 'Peter Bach Eichenring 12 80331 München', 'Peter Bach', 'Eichenring 12 80331 München'],
    ['DE', 'Peter Bach Kirschenbusch 12 80331 München', 'Peter Bach', 'Kirschenbusch 12 80331 München'],
    ['DE', 'Peter Bach, Eichenring 12 80331 München', 'Peter Bach', 'Eichenring 12 80331 München'],
    ['DE', 'Anna Berg Hauptstr. 12-14 10115 Berlin 0171 1234567', 'Anna Berg', 'Hauptstr. 12-14 10115 Berlin', '0171 1234567'],
    ['DE', 'Anna Berg Lindenallee 44 50667 0171 1234567', 'Anna Berg', 'Lindenallee 44 50667', '0171 1234567'],
    ['AT', 'Max Huber Mariahilfer Straße 12/14 1060 Wien', 'Max Huber', 'Mariahilfer Straße 12/14 1060 Wien'],
    ['CZ', 'Jan Novák Dlouhá 12 110 00 Praha', 'Jan Novák', 'Dlouhá 12 110 00 Praha'],
    ['PL', 'Jan Kowalski ul. Długa 12 00-950 Warszawa', 'Jan Kowalski', 'ul. Długa 12 00-950 Warszawa'],
    ['BE', 'Luc Peeters Kerkstraat 120 2000 Antwerpen', 'Luc Peeters', 'Kerkstraat 120 2000 Antwerpen'],
    ['FR', 'Marie Dupont 12 75002 Paris', 'Marie Dupont', '12 75002 Paris'],
    ['FI', 'Aino Virta Mannerheimintie 10 00100 Helsinki', 'Aino Virta', 'Mannerheimintie 10 00100 Helsinki'],
    ['DE', 'Anna Am Markt 3', 'Anna', 'Am Markt 3'],
    ['DE', 'Anna Berg An der Alten Post 7', 'Anna Berg', 'An der Alten Post 7'],
    ['DE', 'Anna Berg Lange Straße 5', 'Anna Berg', 'Lange Straße 5'],
    ['ES', 'Ana Ruiz C/ Mayor 8', 'Ana Ruiz', 'C/ Mayor 8'],
    ['ES', 'Ana Ruiz Avda. de la Paz 12', 'Ana Ruiz', 'Avda. de la Paz 12'],
    ['IT', 'Luca Rossi P.za Duomo 1', 'Luca Rossi', 'P.za Duomo 1'],
    ['IT', 'Luca Rossi Via Roma, 10', 'Luca Rossi', 'Via Roma, 10'],
    ['NL', 'Jan Bakker Oude Gracht 12 bis', 'Jan Bakker', 'Oude Gracht 12 bis'],
    ['FR', 'Marie Dupont 12, rue de la Paix', 'Marie Dupont', '12, rue de la Paix'],
    ['GB', 'Kate Webb No. 5 Mill Lane', 'Kate Webb', 'No. 5 Mill Lane'],
    ['DE', 'Lena Vogt Platz der Republik 1', 'Lena Vogt', 'Platz der Republik 1'],
    ['CN', '翠苑一区 李梅', '李梅', '翠苑一区'],
    // names and phones that look like them
    ['US', 'Studio 54 212 555 0147', 'Studio 54', undefined, '212 555 0147'],
    ['US', 'The 1975', 'The 1975'],
    ['CN', '阿强-3号楼', '阿强-3号楼'],
    ['US', 'Old Route 66 Diner', 'Old Route 66 Diner'],
    ['GB', 'The Old 5 Bells', 'The Old 5 Bells'],
    ['DE', 'Gasthof Zum Löwen 2', 'Gasthof Zum Löwen 2'],
    ['IT', 'Ana Largo Ruiz 2', 'Ana Largo Ruiz 2'],
    ['DE', 'Max Mustermann Weg 7', 'Max Mustermann', 'Weg 7'],
    ['HK', 'John Street 9123 4567', 'John Street', undefined, '9123 4567'],
    ['EE', 'Anna 55 12345', 'Anna', undefined, '55 12345'],
    ['GB', 'Kate Webb 22 Acacia Avenue 020 7946 0123', 'Kate Webb', '22 Acacia Avenue', '020 7946 0123'],
  ])('(%s) %s', (country, text, name, note, phone) => {
    const expected = { ...nobody, name, notes: note ? [note] : [], phones: phone ? [phone] : [] };
    expect(read(text, country)).toEqual(expected);
  }); // biome-ignore format: a list

  it('is all kept somewhere: every letter and digit of it', () => {
    const words = fc.array(
      fc.constantFrom('张三', 'Anna', '13800138000', 'a@x.org', '#vip', '电话', '微信 w1', '老客户', '，', '\n', '12 High St', '1390', 'x'),
      { maxLength: 8 },
    ); // biome-ignore format: a list
    const essence = (text: string) =>
      [
        ...text
          .replace(/电话/g, '')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, ''),
      ]
        .sort()
        .join('');
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const { name, phones, emails, tags, notes } = read(text);
        expect(essence([name, ...phones, ...emails, ...tags, ...notes].join(' ')), text).toBe(essence(text));
      }),
      { numRuns: 400 },
    );
  });

  it('takes no longer than its length asks, whatever it is', () => {
    for (const unit of ['1 ', '(1-', 'a', '张', 'phone ', 'a.', '- '])
      expect(growsTooFast(read, repeated(unit)), unit).toBeUndefined();
  });
});

describe('a line of a signature', () => {
  it.each([
    ['王芳\n芳华文化传媒有限公司 市场总监\n手机：13700137000', '有限公司'],
    ['王芳\n杭州分公司 销售\n13700137000', '分公司'],
  ])('keeps a company’s name whole: %s', (text, word) => {
    expect(JSON.stringify(readPerson(text, 'CN'))).toContain(word);
  });
});

describe('a number that is dialled from abroad', () => {
  it.each(['00 44 20 7946 0018', '00-44-20-7946-0018', '(00) 44 20 7946 0018', '+ 44 20 7946 0018'])(
    '%s is one number, wherever it is written',
    (written) => {
      for (const country of ['US', 'CN', 'DE']) {
        const { phones, notes } = read(`Mx ${written}`, country);
        expect([phones.map((phone) => readPhone(phone, country)?.number), notes]).toEqual([['+442079460018'], []]);
      }
    },
  );
});

describe('a number from abroad that nobody can read', () => {
  it.each([
    ['+52 1 55 1234 5678', 'US'],
    ['+52 1 55 1234 5678', 'CN'],
    ['(+52) 1 55 1234 5678', 'US'],
    ['0052 1 55 1234 5678', 'US'],
    ['00 52 1 55 1234 5678', 'US'],
    ['+ 52 1 55 1234 5678', 'US'],
    ['011 52 1 55 1234 5678', 'US'],
    ['+39 138 0013 8000', 'CN'],
    ['+39 13800138000', 'CN'],
    ['+852 138 0013 8000', 'CN'],
    ['+44 138 0013 8000', 'CN'],
    ['+44\u00a0138\u00a00013\u00a08000', 'CN'],
    ['＋44 138 0013 8000', 'CN'],
    ['+999 202 555 0147', 'US'],
    ['+49 202 555 0147 0', 'US'],
  ])('%s is no number of %s', (written, country) => {
    const { name, phones } = read(`Mx ${written}`, country);
    expect(name).toBe('Mx');
    const digits = (text: string) => text.replace(/\D/g, '');
    expect(phones.map(digits)).toEqual([digits(written)]);
  });

  it('stands beside others that can be read', () => {
    expect(read('Mx +1 202 555 0147 +52 1 55 1234 5678 +86 138 0013 8000', 'US').phones).toEqual([
      '+1 202 555 0147',
      '+52 1 55 1234 5678',
      '+86 138 0013 8000',
    ]);
    expect(read('Mx 13800138000 +39 138 0013 8000', 'CN').phones).toEqual(['13800138000', '+39 138 0013 8000']);
  });
});

describe('a number that is dialled on from', () => {
  it.each([
    ['Anna +1 202 555 0147,,12', '+1 202 555 0147 ext 12'],
    ['Anna +1 202 555 0147;12', '+1 202 555 0147 ext 12'],
    ['Anna +1 202 555 0147 #12', '+1 202 555 0147 ext 12'],
  ])('is no identity without its extension: %s', (text, phone) =>
    expect(readPerson(text, 'CN')).toMatchObject({ name: 'Anna', phones: [phone], tags: [], notes: [] }),
  );

  it.each([
    ['Anna 13800138000 #2024', { tags: ['2024'] }],
    ['Anna 13800138000, 12 pots', { notes: ['12 pots'] }],
    ['Anna 13800138000;13900139000', { phones: ['13800138000', '13900139000'] }],
  ])('a year as a tag, a quantity and a second number are none: %s', (text, expected) =>
    expect(readPerson(text, 'CN')).toMatchObject(expected),
  );
});

describe('somebody new', () => {
  it.each([
    ...['刚接了个13588889999的电话 问有没有老白茶', '13588889999是谁', '有个客人打电话13588889999问茶'],
    ...['someone called from 510 555 0188 about a workshop', 'whose number is 4155550133', 'who is 510 555 0188'],
  ])('is not named by what tells or asks of a number: %s', (text) => expect(mayBeNewPerson(text, 'US')).toBe(false));

  it.each(['接先生 13588889999', '来福士 13588889999', 'Whoopi Gold 510 555 0188', 'Call Center Ltd 510 555 0188'])(
    'may be %s',
    (text) => expect(mayBeNewPerson(text, 'CN')).toBe(true),
  );
});
