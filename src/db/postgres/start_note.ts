import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../text/locale.ts';
import { directoryFacts } from '../site.ts';

/** What a data directory remembers of its last start. */
export interface StartNote {
  /** The id of the directory; its copies have the same one. */
  id: string;
  /** How often a service has started on it. */
  starts: number;
  /**
   * The process of the last start, if that start was in this very directory and not in one that this is a copy of. It
   * is dead now, because we hold its lock.
   */
  dead: string | undefined;
  /** The language that the service last spoke, for messages before the database can be asked. */
  locale: Locale | undefined;
}

/** Reads the note; a directory without one gets a new id. Only for whoever holds the directory's lock. */
export function readStartNote(dataDir: string): StartNote {
  try {
    const note = JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as Record<string, unknown>;
    const { id, starts, holder, at, locale } = note;
    if (typeof id !== 'string' || !Number.isInteger(starts)) throw new Error('not a note');
    const here = JSON.stringify(at) === JSON.stringify(directoryFacts(dataDir));
    return {
      ...{ id, starts: starts as number, dead: here && typeof holder === 'string' ? holder : undefined },
      locale: locales.find((one) => one === locale),
    };
  } catch {
    return { id: randomUUID(), starts: 0, dead: undefined, locale: undefined };
  }
}

/**
 * Written only after the database has counted the start: so the database never counts fewer starts than the note,
 * unless it was restored from a backup.
 */
export function writeStartNote(
  dataDir: string,
  { id, starts, holder, locale }: { id: string; starts: number; holder: string; locale?: Locale },
): void {
  const draft = `${noteFile(dataDir)}.new`;
  writeFileSync(draft, JSON.stringify({ id, starts, holder, at: directoryFacts(dataDir), locale }), { mode: 0o600 });
  renameSync(draft, noteFile(dataDir));
}

/** Notes the current language for the next start. Only for the process that wrote the note. */
export function noteLocale(dataDir: string, locale: Locale): void {
  const { id, starts, dead: holder, locale: noted } = readStartNote(dataDir);
  if (holder && locale !== noted) writeStartNote(dataDir, { id, starts, holder, locale });
}

function noteFile(dataDir: string): string {
  return join(dataDir, 'site.json');
}
