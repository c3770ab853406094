import type { Context } from '../domain/context.ts';

/** An act that keeps a file has committed long before this. */
const YOUNG_MS = 86_400_000;
/** As many as one night takes. */
const MOST = 1000;

/**
 * Removes files that nothing names any more: a file is written before the row that names it commits, and rows are
 * pruned. Returns how many. Messages of somebody deleted still name their files, from the journal, as long as they can
 * come back.
 */
export async function dropStrayFiles({ tx, now, dropFiles }: Context): Promise<number> {
  return dropFiles({
    before: new Date(now.getTime() - YOUNG_MS),
    most: MOST,
    named: async (refs) => {
      const rows = await tx<{ ref: string }>`
        select file ->> 'ref' as ref from outbox, jsonb_path_query(payload, '$.reply.attachments[*]') file
        where jsonb_path_exists(payload, '$.reply.attachments[*] ? (@.ref starts with "file:")')
        union
        select file ->> 'ref' from messages, jsonb_path_query(attachments, '$[*]') file
        where jsonb_path_exists(attachments, '$[*] ? (@.ref starts with "file:")')
        union
        select file ->> 'ref' from journal_changes, jsonb_path_query(before, '$.attachments[*]') file
        where jsonb_path_exists(before, '$.attachments[*] ? (@.ref starts with "file:")')
        union
        select picture ->> 'ref' from posts where picture ->> 'ref' like 'file:%'
        union
        select pdf from quotes where pdf is not null
        union
        select before ->> 'pdf' from journal_changes where before ->> 'pdf' like 'file:%'
        union
        select content #>> '{head,logo}' from quotes where content #>> '{head,logo}' is not null
        union
        select value ->> 'logo' from settings where key = 'business'
        union
        select picture.ref from settings, jsonb_each_text(value -> 'payPictures') picture (name, ref) where key = 'business'
        union
        select file ->> 'ref' from contract_files where file ->> 'ref' like 'file:%'
        union
        select before #>> '{file,ref}' from journal_changes where before #>> '{file,ref}' like 'file:%'
        union
        select file ->> 'ref' from imports where file ->> 'ref' like 'file:%'
        union
        select file ->> 'ref' from unconfirmed_answers, jsonb_path_query(given, '$.attachments[*]') file`;
      return rows.map(({ ref }) => ref).filter((ref) => refs.includes(ref));
    },
  });
}
