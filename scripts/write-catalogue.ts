import { readFileSync, writeFileSync } from 'node:fs';
import { CATALOGUE_FILE, CATALOGUE_FROM, catalogueSource } from './catalogue-source.js';

// npm runs scripts in the project's folder, so the paths hold.
writeFileSync(CATALOGUE_FILE, catalogueSource(readFileSync(CATALOGUE_FROM, 'utf8')));
