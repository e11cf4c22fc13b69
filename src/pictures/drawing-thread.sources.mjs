// Starts drawing-thread.ts where the program runs from its sources, as in tests: a thread of Node.js 20 doesn't take
// the loader of TypeScript from the process that starts it.
import { register } from 'tsx/esm/api';

register();
await import('./drawing-thread.ts');
