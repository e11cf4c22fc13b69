import { afterAll, inject } from 'vitest';
import { dropDatabases } from './postgres.js';

// Where `tmpdir()` leads.
process.env.TMPDIR = inject('temporaryFolder');

afterAll(dropDatabases);
