import { readFileSync, writeFileSync } from 'node:fs';
import { describePackages } from './third_party_packages.ts';

// `npm run notices`: writes which packages run with the service and under which licences; run it after a change to
// package-lock.json.
writeFileSync('THIRD_PARTY.md', describePackages(readFileSync('package-lock.json', 'utf8')));
