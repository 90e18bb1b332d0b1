import { createClient } from '../../electron/core/client.ts';
import { first } from '../support/vault.ts';

/** Opens a vault, searches for each of the words, and prints the process' memory in bytes. */
const [path = '', words = '[]'] = process.argv.slice(2);
const client = createClient(path);
await client.call('vault.unlock', first);
for (const text of JSON.parse(words) as string[]) await client.call('search.find', { text, limit: 50 });
process.stdout.write(String(process.memoryUsage.rss()));
await client.core.stop();
