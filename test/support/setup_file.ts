import { afterAll } from 'vitest';
import { endFile } from './end_of_file.ts';

// registered before everything in the file itself, so it runs after that
afterAll(endFile);
