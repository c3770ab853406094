import { describe, expect, it } from 'vitest';
import { withAddresses } from '../../../src/domain/exchange/address.ts';
import { asField, readColumns, withFields } from '../../../src/domain/exchange/column.ts';
import { draftOf } from '../../../src/domain/exchange/read_row.ts';
import type { Field } from '../../../src/domain/people/fields/field.ts';
import { readValue } from '../../../src/domain/people/fields/value.ts';
import { searchKeys } from '../../../src/domain/people/search_keys.ts';
import { readTable } from '../../../src/files/table/read.ts';

/** The people of a file, as they would be taken over. */
async function draftsOf(text: string, country = 'US') {
  const { columns, rows } = readColumns(await readTable(Buffer.from(text), country));
  return rows.map((row) => draftOf(row, columns, { country, today: 0 }));
}

const said = async (text: string, country = 'US') =>
  (await draftsOf(text, country)).map(({ name, identities, signs, notes, problems }) => ({
    name,
    addresses: [...identities, ...signs].map(({ address }) => address),
    notes,
    problems: problems.length,
  }));

describe('the columns of a file of people', () => {
  it.each([
    ['German', 'Vorname;Nachname;E-Mail-Adresse;Handy;Firma;Ort', 'Jürgen;Müller'],
    ['German with Name for the family', 'Vorname;Name;E-Mail;Mobiltelefon;Unternehmen;Stadt', 'Jürgen;Müller'],
    ['French', 'Prénom;Nom;Adresse e-mail;Téléphone portable;Société;Ville', 'Jürgen;Müller'],
    ['Spanish', 'Nombre;Apellidos;Correo electrónico;Móvil;Empresa;Ciudad', 'Jürgen;Müller'],
    ['Italian', 'Nome;Cognome;Indirizzo e-mail;Cellulare;Azienda;Città', 'Jürgen;Müller'],
    ['Portuguese', 'Nome;Sobrenome;E-mail;Celular;Empresa;Cidade', 'Jürgen;Müller'],
  ])('are known in %s', async (_, heading, name) => {
    const [draft] = await draftsOf(`${heading}\n${name};j@example.com;+49 1512 3456789;ACME;Berlin\n`);
    expect(draft).toMatchObject({ name: 'Jürgen Müller', city: 'Berlin', problems: [] });
    expect(draft!.identities.map(({ address }) => address)).toEqual(['j@example.com', '+4915123456789']);
    expect(draft!.companies.map(({ name: company }) => company)).toEqual(['ACME']);
    expect(draft!.notes).toEqual([]);
  });

  it.each([
    ['Japanese', '姓,名,電話番号,メールアドレス'],
    ['traditional Chinese', '姓,名,行動電話,電子郵件'],
  ])('are known in %s', async (_, heading) => {
    const [draft] = await draftsOf(`${heading}\n田中,太郎,+81 90-1234-5678,t@example.com\n`);
    expect(draft).toMatchObject({ name: '田中太郎', notes: [] });
    expect(draft!.identities).toHaveLength(2);
  });

  it('call a whole name a whole name, also beside one of its halves', async () => {
    expect((await said('Name,First Name,Email\nAnna Smith,Anna,a@example.com\n'))[0]!.name).toBe('Anna Smith');
    expect((await said('Nombre,Correo\nAnna Smith,a@example.com\n'))[0]!.name).toBe('Anna Smith');
  });

  it('are found below the title of an export, and only there', async () => {
    const people = await said('My contacts export 2026\n\nName,Email\nAnna,a@example.com\n');
    expect(people).toEqual([{ name: 'Anna', addresses: ['a@example.com'], notes: [], problems: 0 }]);
    // a person above is none of its title
    const kept = await said('Bo,b@example.com\nName,Email\nAnna,a@example.com\n');
    expect(kept.map(({ name }) => name)).toContain('Bo');
  });
});

describe('a cell of a file of people', () => {
  it.each(['0/0/00', '00/00/0000', 'N/A', '-', 'NULL', '#N/A', '—'])('that says %j says nothing', async (nothing) => {
    const [anna] = await said(`Name,Email,Phone,Birthday\nAnna,${nothing},${nothing},${nothing}\n`);
    expect(anna).toEqual({ name: 'Anna', addresses: [], notes: [], problems: 0 });
  });

  it.each(['none', '0000000000', 'keine'])('for an address that says %j has none', async (nothing) => {
    const [anna] = await said(`Name,Email,Phone\nAnna,${nothing},${nothing}\nBo,b@example.com,+12025550149\n`);
    expect(anna).toEqual({ name: 'Anna', addresses: [], notes: [], problems: 0 });
  });

  it('keeps a word that may be a name, and what is no address', async () => {
    expect((await said('First Name,Last Name,Email\nAnna,Null,a@example.com\n'))[0]!.name).toBe('Anna Null');
    expect((await said('Name,Email\nAnna,anna at home\n'))[0]).toMatchObject({ problems: 3 });
  });

  it('is read alike in full width', async () => {
    const people = await said('姓名，手机，邮箱\n张三，１３８００１３８０００，ａ＠example.com\n', 'CN');
    expect(people).toEqual([{ name: '张三', addresses: ['a@example.com', '+8613800138000'], notes: [], problems: 0 }]);
  });

  it.each([
    '+1 202-555-0147 x5',
    '+12025550147p5',
    '+12025550147;5',
    '+1 202 555 0147,,5',
    '+1 202 555 0147 #5',
    'tel:+1-202-555-0147;ext=5',
    '+1 202 555 0147 ext. 5',
  ])('keeps the extension of %j', async (phone) => {
    const [anna] = await said(`Name,Phone\nAnna,"${phone}"\n`);
    expect(anna).toEqual({ name: 'Anna', addresses: ['+12025550147;ext=5'], notes: [], problems: 0 });
  });

  it.each(['2025550149,2025550150', '2025550149;2025550150', '2025550149, 2025550150'])(
    'holds two numbers in %j',
    async (phones) => {
      const [bo] = await said(`Name,Phone\nBo,"${phones}"\n`);
      expect(bo!.addresses).toEqual(['+12025550149', '+12025550150']);
    },
  );

  it('holds two tags with a bar between', async () => {
    const [draft] = await draftsOf('Name,Tags\nAnna,vip|gold\n');
    expect(draft!.tags).toEqual(['vip', 'gold']);
  });
});

it('a number with an extension is found by the end of the number', async () => {
  const keys = await searchKeys({ name: 'Anna', identities: [{ channel: 'phone', address: '+12025550147;ext=12' }] });
  expect(keys).toEqual(expect.arrayContaining(['0147', '5550147', '12025550147']));
});

it('the birthday of an iPhone that knows no year has none', async () => {
  const card = (line: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:Anna\n${line}\nEND:VCARD\n`;
  const read = async (line: string) => (await readTable(Buffer.from(card(line)), 'US')).rows[0]!.cells;
  expect(await read('BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-04')).toEqual(['Anna', '--03-04']);
  expect(await read('BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:16040304')).toEqual(['Anna', '--0304']);
  expect(await read('BDAY:1984-03-04')).toEqual(['Anna', '1984-03-04']);
});

describe('what programs wrap around a value', () => {
  it('is no part of it where a spreadsheet was made to keep text', async () => {
    const people = await said('Name,Phone,Email\n="Anna","=""+44 7911 123457""","=""a@example.com"""\n', 'GB');
    expect(people).toEqual([{ name: 'Anna', addresses: ['a@example.com', '+447911123457'], notes: [], problems: 0 }]);
  });

  it('is no part of a mail address: mailto, and the name before it', async () => {
    const people = await said('Name,Email\nBo,mailto:b@example.com\nAnna Smith,"""Smith"" <a@example.com>"\n');
    expect(people.map(({ addresses, notes, problems }) => [addresses, notes, problems])).toEqual([
      [['b@example.com'], [], 0],
      [['a@example.com'], [], 0],
    ]);
  });

  it('names people where no column does, and is kept where one says otherwise', async () => {
    expect(
      (await said('Email,City\nAnna Smith <a@example.com>,Bath\nBo <b@example.com>,Bath\n')).map(({ name }) => name),
    ).toEqual(['Anna Smith', 'Bo']);
    expect((await said('Name,Email\nAnna,Mum <a@example.com>\n'))[0]!.notes).toEqual(['Email: Mum']);
  });

  it('is kept as a note behind a number: whose it is', async () => {
    expect(await said('Name,Phone\nAnna,07911123461 (mum)\n', 'GB')).toEqual([
      { name: 'Anna', addresses: ['+447911123461'], notes: ['Phone: 07911123461 (mum)'], problems: 0 },
    ]);
  });

  it.each(['\u202a', '\u200e', '\u2066', '\u200b', '\ufeff'])(
    'is not seen in a number copied from a telephone: %j',
    async (mark) => {
      const people = await said(`Name,Phone\nAnna,${mark}+44 7911 123468\u202c\nBo,+44 7911${mark} 123469\n`, 'GB');
      expect(people.map(({ addresses, problems }) => [...addresses, problems])).toEqual([
        ['+447911123468', 0],
        ['+447911123469', 0],
      ]);
    },
  );

  it('parts tags: brackets', async () => {
    const [draft] = await draftsOf('Name,Email,Tags\nAnna,a@example.com,[vip][gold]\n');
    expect(draft!.tags).toEqual(['vip', 'gold']);
  });
});

describe('a column of tags', () => {
  const tags = async (heading: string, ...cells: string[]) =>
    (await draftsOf(`Name,${heading}\n${cells.map((cell, nth) => `A${nth},"${cell}"`).join('\n')}\n`)).map(
      (one) => one.tags,
    );

  it.each(['Labels', 'Group Membership', 'Categories', 'Gruppen', '分组'])(
    'that programs head %s holds one where nothing parts it',
    async (heading) => {
      expect(await tags(heading, 'Old friends', 'Old friends ::: VIP')).toEqual([
        ['Old-friends'],
        ['Old-friends', 'VIP'],
      ]);
    },
  );

  it('holds one in each cell where another cell shows what parts them', async () => {
    expect(await tags('Tags', 'Old friends', 'vip, gold')).toEqual([['Old-friends'], ['vip', 'gold']]);
  });

  it('control: as we write them ourselves, and with hash signs, blanks part them', async () => {
    expect(await tags('Tags', 'vip gold', 'tea')).toEqual([['vip', 'gold'], ['tea']]);
    expect(await tags('Labels', '#vip #gold')).toEqual([['vip', 'gold']]);
  });
});

describe('columns that hold the parts of an address', () => {
  const address = { id: '-2', name: '', kind: 'address', choices: [] } satisfies Field;
  const read = async (heading: string, ...lines: string[]) => {
    const { columns, rows } = readColumns(await readTable(Buffer.from([heading, ...lines, ''].join('\n')), 'DE'));
    const own = withAddresses(withFields(columns, [address]), [address]);
    return rows.map((row) => {
      const { fields, city, notes } = draftOf(row, own, { country: 'DE', today: 0 });
      return [fields[0]?.to.value ?? null, city, notes];
    });
  };

  it.each([
    [
      'Outlook in English',
      'First Name,Home Street,Home Street 2,Home City,Home State,Home Postal Code,Home Country/Region',
      'Bo,1 High St,Flat 2,Bath,Somerset,BA1 1AA,United Kingdom',
      '1 High St, Flat 2, Bath, Somerset, BA1 1AA, United Kingdom',
      'Bath',
    ],
    [
      'Outlook in German',
      'Vorname,Straße geschäftlich,Straße geschäftlich 2,Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich',
      'Bo,Weg 1,Hof,Berlin,,10115,Deutschland',
      'Weg 1, Hof, Berlin, 10115, Deutschland',
      'Berlin',
    ],
    [
      'Outlook in Chinese',
      '姓,名,商务地址 街道,商务地址 街道 2,商务地址 市/县,商务地址 省/市/自治区,商务地址 邮政编码,商务地址 国家/地区',
      '王,小明,南京西路 100 号,,上海,上海市,200040,中国',
      '中国上海市南京西路 100 号 200040',
      '上海',
    ],
    [
      'Shopify',
      'First Name,Default Address Address1,Default Address City,Default Address Zip',
      'Bo,Weg 1,Berlin,10115',
      'Weg 1, Berlin, 10115',
      'Berlin',
    ],
    [
      'Shopify in full',
      'First Name,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip',
      "Bo,1 Main St,Apt 2,Boston,MA,US,'02101",
      '1 Main St, Apt 2, Boston, MA, 02101, US',
      'Boston',
    ],
    [
      'WooCommerce',
      'First Name,Billing Address 1,Billing City,Billing Postcode',
      'Bo,Weg 1,Berlin,10115',
      'Weg 1, Berlin, 10115',
      'Berlin',
    ],
    ['a table of one’s own', 'Vorname,Straße,PLZ,Ort', 'Bo,Weg 1,10115,Berlin', 'Weg 1, Berlin, 10115', 'Berlin'],
  ])('are the address: %s', async (_, heading, line, whole, city) => {
    expect(await read(heading, line)).toEqual([[whole, city, []]]);
  });

  const GOOGLE =
    'Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country';

  it('are the address as an envelope has it where one says so, with what it leaves out: Google', async () => {
    expect(
      await read(GOOGLE, 'Bo,"Weg 1\nBerlin 10115\nDE",Weg 1,Berlin,10115,DE', 'Al,Weg 2,Weg 2,Bonn,53111,'),
    ).toEqual([
      ['Weg 1\nBerlin 10115\nDE', 'Berlin', []],
      ['Weg 2, Bonn, 53111', 'Bonn', []],
    ]);
    const region = `${GOOGLE},Address 1 - Region`;
    expect(
      await read(
        region,
        'Bo,"Weg 1\n10115 Berlin\nDE",Weg 1,Berlin,10115,DE,BE',
        'Al,"Weg 2, Bonn",Weg 2,Bonn,53111,DE,NW',
      ),
    ).toEqual([
      ['Weg 1\n10115 Berlin, BE\nDE', 'Berlin', []],
      ['Weg 2, Bonn, NW, 53111, DE', 'Bonn', []],
    ]);
  });

  it('of a second address are notes; of one without a street, too', async () => {
    const heading = 'First Name,Home Street,Home City,Business Street,Business Postal Code,Other Postal Code';
    expect(await read(heading, 'Bo,Weg 1,Berlin,Platz 2,10117,1', 'Al,,,Platz 3,10119,')).toEqual([
      ['Weg 1, Berlin', 'Berlin', ['Other Postal Code: 1', 'Business Street: Platz 2', 'Business Postal Code: 10117']],
      ['Platz 3, 10119', null, []],
    ]);
    expect(await read('Name,City,Country', 'Bo,Berlin,Germany')).toEqual([[null, 'Berlin', ['Country: Germany']]]);
  });

  it('control: beside a column that is the whole address they are notes', async () => {
    expect(await read('Name,Address,Zip,Street', 'Bo,"Weg 1, Berlin",10115,Weg 1')).toEqual([
      ['Weg 1, Berlin', null, ['Zip: 10115']],
    ]);
  });

  it.each([
    [
      'parts',
      '姓名,省份,城市,区县,详细地址,邮编',
      '王,浙江省,杭州市,西湖区,龙井路1号,310000',
      '浙江省杭州市西湖区龙井路1号 310000',
    ],
    [
      'single characters',
      '姓名,省,市,区,街道,详细地址',
      '王,浙江省,杭州市,西湖区,灵隐街道,龙井路1号',
      '浙江省杭州市西湖区灵隐街道龙井路1号',
    ],
    [
      'all of it behind its parts',
      '姓名,省份,城市,详细地址,地址',
      '王,,,,北京市朝阳区建国路9号',
      '北京市朝阳区建国路9号',
    ],
    [
      'parts, and none of it in the column for all of it',
      '姓名,省份,城市,详细地址,地址',
      '王,浙江省,杭州市,西湖区龙井路1号,',
      '浙江省杭州市西湖区龙井路1号',
    ],
    [
      'any order of columns',
      '姓名,街道,邮编,区,市,省',
      '王,龙井路1号,310000,西湖区,杭州市,浙江省',
      '浙江省杭州市西湖区龙井路1号 310000',
    ],
    [
      'a shop',
      '收货人,收货人省份,收货人城市,收货人地区,收货人详细地址',
      '王,浙江省,杭州市,西湖区,龙井路1号',
      '浙江省杭州市西湖区龙井路1号',
    ],
    [
      'all of it in the last',
      '姓名,省,市,区,详细地址',
      '王,浙江省,杭州市,西湖区,浙江省杭州市西湖区龙井路1号',
      '浙江省杭州市西湖区龙井路1号',
    ],
    [
      'a part of it in the last',
      '姓名,省,市,区,详细地址',
      '王,浙江省,杭州市,西湖区,杭州西湖区龙井路1号',
      '浙江省杭州市西湖区龙井路1号',
    ],
    [
      'all but the province in the last',
      '姓名,省,市,地址',
      '王,浙江省,杭州市,杭州市西湖区龙井路1号',
      '浙江省杭州市西湖区龙井路1号',
    ],
    ['a city that is a province', '姓名,省,市,区,地址', '王,上海市,上海市,徐汇区,漕溪路12号', '上海市徐汇区漕溪路12号'],
    ['no name of the city', '姓名,省,市,区,地址', '王,北京,市辖区,海淀区,中关村大街1号', '北京海淀区中关村大街1号'],
  ])('are one Chinese address in its order: %s', async (_, heading, line, whole) => {
    const [[address, , notes]] = (await read(heading, line)) as [[string, string, string[]]];
    expect([address, notes]).toEqual([whole, []]);
  });

  it('are the address where the column for all of it is empty, and go on with one that holds the street alone', async () => {
    const heading = '姓名,地址,省,市,街道';
    expect(await read(heading, '赵一,,浙江省,杭州市,西湖区龙井路1号', '钱二,上海市徐汇区漕溪路12号,,,')).toEqual([
      ['浙江省杭州市西湖区龙井路1号', '杭州', []],
      ['上海市徐汇区漕溪路12号', null, []],
    ]);
    expect(
      await read(
        'Name,Address,City,State,Zip',
        'Bo,5 Main St,Boston,MA,02139',
        'Al,"9 Elm St, Boston",Boston,MA,02139',
      ),
    ).toEqual([
      ['5 Main St, Boston, MA, 02139', 'Boston', []],
      ['9 Elm St, Boston', 'Boston', ['State: MA', 'Zip: 02139']],
    ]);
  });

  it('control: an address beside a city alone stays as it is, as our own export has it', async () => {
    expect(await read('姓名,城市,地址', '王,杭州,龙井路1号')).toEqual([['龙井路1号', '杭州', []]]);
  });
});

describe('a column of numbers', () => {
  const sum = { id: '1', name: 'Sum', kind: 'number', choices: [] };
  const numbers = (...cells: string[]) => numbersAt('DE', ...cells);
  const numbersAt = async (country: string, ...cells: string[]) => {
    const file = `Name;Sum\n${cells.map((cell, nth) => `A${nth};${cell}`).join('\n')}\n`;
    const { columns, rows } = readColumns(await readTable(Buffer.from(file), country));
    const own = columns.map((column) => (column.heading === 'Sum' ? asField(column, sum as unknown as Field) : column));
    return rows.map((row) => draftOf(row, own, { country, today: 0 }).fields[0]?.to.value ?? 'asked');
  };

  it('is read as one of its numbers shows it, also one far down', async () => {
    expect(await numbers('1.250', '1.250,5')).toEqual(['1250', '1250.5']);
    expect(await numbers('1,250', '1,250.5')).toEqual(['1250', '1250.5']);
    expect(await numbers('1.250', '7,5', '1.250.000')).toEqual(['1250', '7.5', '1250000']);
    expect(await numbers('1,250', '0.5')).toEqual(['1250', '0.5']);
    expect((await numbers('1.250', ...Array.from({ length: 300 }, () => '3'), '2,5'))[0]).toBe('1250');
  });

  it('that shows both asks about what may be either; without a number that shows it the house’s country does', async () => {
    expect(await numbers('1.250', '7,5', '7.5', '38')).toEqual(['asked', '7.5', '7.5', '38']);
    expect(await numbersAt('DE', '1.500', '2.000', '38')).toEqual(['1500', '2000', '38']);
    for (const country of ['CN', 'US', 'CH']) expect(await numbersAt(country, '1.250', '38')).toEqual(['1.25', '38']);
    expect(await numbersAt('CN', '1,250')).toEqual(['1250']);
  });

  it('is asked about where it is typed alone and may be either there', () => {
    const read = (typed: string, country: string) =>
      readValue({ kind: 'number', choices: [] }, typed, { country, today: 0 }).map(({ value }) => value);
    expect(read('1.500', 'DE')).toEqual(['1.5', '1500']);
    expect(read('1.500', 'CN')).toEqual(['1.5']);
    for (const country of ['DE', 'CN']) expect(read('1.500,25', country)).toEqual(['1500.25']);
    for (const country of ['DE', 'CN']) expect(read('12.5', country)).toEqual(['12.5']);
  });

  it('keeps minus and what Swiss and French put between thousands', async () => {
    expect(await numbers('-5,5', '1\u202f250,5', "1'250,5")).toEqual(['-5.5', '1250.5', '1250.5']);
  });
});

describe('a column of dates', () => {
  const born = { id: '1', name: 'Born', kind: 'birthday', choices: [] };
  const days = async (cells: string[], country: string) => {
    const file = `Name,Email,Born\n${cells.map((cell, nth) => `A,a${nth}@example.com,${cell}`).join('\n')}\n`;
    const { columns, rows } = readColumns(await readTable(Buffer.from(file), country));
    const own = columns.map((column) =>
      column.heading === 'Born' ? asField(column, born as unknown as Field) : column,
    );
    return rows.map((row) => {
      const { fields, problems } = draftOf(row, own, { country, today: 20_000 });
      return fields[0]?.to.value ?? problems.length;
    });
  };

  it('is read in the order that one of its lines shows, also one far down', async () => {
    expect(await days(['03/04/1990', '13/04/1990'], 'US')).toEqual(['1990-04-03', '1990-04-13']);
    expect(await days(['03/04/1990', '04/13/1990'], 'GB')).toEqual(['1990-03-04', '1990-04-13']);
    const many = Array.from({ length: 300 }, () => '03/04/1990');
    expect((await days([...many, '13/04/1990'], 'US'))[0]).toBe('1990-04-03');
  });

  it('that shows both is asked about, line by line; control: without a line that shows it the country decides', async () => {
    expect(await days(['03/04/1990', '13/04/1990', '04/13/1990'], 'US')).toEqual([1, '1990-04-13', '1990-04-13']);
    expect(await days(['03/04/1990'], 'US')).toEqual(['1990-03-04']);
  });
});

describe('the columns of files from farther away', () => {
  it.each([
    ['Russian', 'Имя,Фамилия,Телефон,Почта,Дата рождения'],
    ['Ukrainian', 'Ім’я,Прізвище,Телефон,Електронна пошта,Дата народження'],
    ['Polish', 'Imię,Nazwisko,Telefon,Adres e-mail,Data urodzenia'],
    ['Swedish', 'Förnamn,Efternamn,Mobilnummer,E-post,Födelsedatum'],
    ['Danish', 'Fornavn,Efternavn,Telefonnummer,E-mail,Fødselsdag'],
    ['Czech', 'Jméno,Příjmení,Telefon,E-mail,Datum narození'],
    ['Turkish', 'Ad,Soyad,Cep Telefonu,E-posta,Doğum Tarihi'],
    ['Hungarian', 'Keresztnév,Vezetéknév,Telefonszám,E-mail cím,Születési dátum'],
    ['Finnish', 'Etunimi,Sukunimi,Puhelin,Sähköposti,Syntymäaika'],
    ['Greek', 'Όνομα,Επώνυμο,Κινητό,Email,Ημερομηνία γέννησης'],
    ['Vietnamese', 'Tên,Họ,Số điện thoại,Địa chỉ email,Ngày sinh'],
    ['Romanian', 'Prenume,Nume,Telefon,Adresă de email,Data nașterii'],
    ['Indonesian', 'Nama Depan,Nama Belakang,No HP,Alamat Email,Tanggal Lahir'],
    ['Thai', 'ชื่อ,นามสกุล,เบอร์โทร,อีเมล,วันเกิด'],
    ['Arabic', 'الاسم الأول,اسم العائلة,رقم الهاتف,البريد الإلكتروني,تاريخ الميلاد'],
    ['Hebrew', 'שם פרטי,שם משפחה,טלפון,אימייל,תאריך לידה'],
    ['Dutch', 'Voornaam,Achternaam,Mobiel,E-mailadres,Geboortedatum'],
    ['German', 'Vorname,Nachname,Handy,E-Mail,Geburtsdatum'],
    ['French', 'Prénom,Nom,Portable,Courriel,Date de naissance'],
  ])('are known in %s, the birthday too', async (_, heading) => {
    const { columns, rows } = readColumns(
      await readTable(Buffer.from(`${heading}\nAnna,Smith,+44 7911 123456,a@example.com,1990-04-03\n`), 'GB'),
    );
    const birthday = { id: '-1', name: '', kind: 'birthday', choices: [] } satisfies Field;
    const draft = draftOf(rows[0]!, withFields(columns, [birthday]), { country: 'GB', today: 20_000 });
    expect(draft).toMatchObject({
      name: 'Anna Smith',
      notes: [],
      problems: [],
      fields: [{ to: { value: '1990-04-03' } }],
    });
    expect(draft.identities).toHaveLength(2);
  });

  it.each([
    ['김,민수', '김민수'],
    ['남궁,건우', '남궁건우'],
    ['张,三', '张三'],
    ['Kim,민수', '민수 Kim'],
    ['김,', '김'],
    ['Smith,Anna', 'Anna Smith'],
  ])('are joined as such a name is written: %s', async (parts, name) => {
    for (const heading of ['Last name,First name', '성,이름', '姓,名']) {
      const [draft] = await draftsOf(`${heading},Email\n${parts},a@example.com\n`);
      expect(draft!.name).toBe(name);
    }
  });

  it.each(['이름,전화번호,이메일,생년월일', '氏名,電話番号,メール,生年月日', '姓名,手机,邮箱,出生日期'])(
    'are known by one name: %s',
    async (heading) => {
      const [draft] = await draftsOf(`${heading}\n김철수,+44 7911 123456,a@example.com,1990-04-03\n`);
      expect(draft!.name).toBe('김철수');
    },
  );
});
