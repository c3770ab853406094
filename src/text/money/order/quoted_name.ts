const QUOTED = /^["“”「『]([^"“”「」『』\n]{1,200})["“”」』]$/u;

/** In quotes a name is a name, whatever else its words may say. */
export const quoted = (name: string): string => (/\p{Script=Han}/u.test(name) ? `“${name}”` : `"${name}"`);

/** What stands in quotes; undefined: it is not all in quotes. */
export const unquoted = (name: string): string | undefined => QUOTED.exec(name.trim())?.[1]?.trim();
