import type { createClient as CreateClient } from '../../electron/core/client.ts';
import type { MemoryOrder } from './search.ts';

/** Opens a vault with what was compiled, searches for each of the words, and prints the process' memory in bytes. */
const { vault, user, words } = JSON.parse(process.argv[2] ?? '{}') as MemoryOrder;
const compiled = new URL('../../out/electron/core/client.js', import.meta.url);
const { createClient } = (await import(compiled.href)) as { createClient: typeof CreateClient };
const client = createClient(vault);
await client.call('vault.unlock', user);
for (const text of words) await client.call('search.find', { text, limit: 50 });
process.stdout.write(String(process.memoryUsage.rss()));
await client.core.stop();
