import { lockFolder } from '../../../src/storage/lock.js';

// Takes the lock of a folder, says how it went, and keeps it until its standard input ends.
const [folder = ''] = process.argv.slice(2);
try {
  const lock = await lockFolder(folder);
  console.log('locked');
  for await (const _ of process.stdin);
  await lock.release();
} catch (error) {
  console.log(String(error));
}
