import { readFileSync } from 'node:fs';
import { z } from 'zod';

const screensSchema = z.array(z.object({ text: z.string(), labels: z.array(z.string()) }));

/** The screens that the benchmark has seen in our own bot. */
export const screens = screensSchema.parse(JSON.parse(readFileSync(process.env.SCREENS ?? '', 'utf8')));
