import { openEmbedded } from '../../../src/storage/embedded.js';

// Opens the embedded database, says so or why not, and keeps it open until its standard input ends.
const [dataDir = ''] = process.argv.slice(2);
console.log('opening');
try {
  const database = await openEmbedded(dataDir);
  console.log('open');
  for await (const _ of process.stdin);
  await database.close();
} catch (error) {
  console.log(String(error));
}
