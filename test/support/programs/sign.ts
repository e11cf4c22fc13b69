import { openEmbedded } from '../../../src/storage/embedded.js';
import { act, ledgerOn, person, RECIPIENT, signOnce } from '../people.js';

// Signs for one person after another, some at once, and says which are acknowledged, until it is killed.
const [dataDir = '', pepper = '', recipient = RECIPIENT] = process.argv.slice(2);
const ledger = ledgerOn({
  database: await openEmbedded(dataDir),
  schema: 'petition_test',
  pepper: Buffer.from(pepper, 'base64'),
  recipients: [recipient],
});
for (let next = 0; ; next += 10) {
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      await act(ledger, person(next + index), signOnce());
      console.log(next + index);
    }),
  );
}
