import type { Sql } from '../../../db/sql.ts';
import { locales } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { NOUNS } from './nouns.ts';
import { columnsOf } from './rows.ts';

/** What the files hold, in the language of whoever asked and then in the others. */
export async function* noteOn(sql: Sql, t: Texts): AsyncGenerator<string> {
  const others = locales.map(texts).filter((one) => one.exportAll.note !== t.exportAll.note);
  const columns = await Promise.all(NOUNS.map(async (noun) => (await columnsOf(sql, noun)).map(({ name }) => name)));
  yield '\ufeff';
  for (const [nth, { exportAll }] of [t, ...others].entries()) {
    if (nth > 0) yield `\n${'='.repeat(40)}\n\n`;
    yield `${exportAll.note}\n\n`;
    for (const [column, meaning] of Object.entries(exportAll.meanings)) yield `  ${column} — ${meaning}\n`;
    yield `\ncontacts.csv — ${exportAll.people}\n  ${exportAll.columns.join(', ')}\n`;
    for (const [at, { file }] of NOUNS.entries())
      yield `\n${file} — ${exportAll.files[file as keyof typeof exportAll.files]}\n  ${columns[at]!.join(', ')}\n`;
    yield `\nfiles/ — ${exportAll.kept}\nfiles_left_out.csv — ${exportAll.leftOut}\n`;
  }
}
