import type { Reply } from '../core/api/bridge.ts';
import type { CoreClient } from './core-client.ts';

/** Far above any honest call: a page that sends more is refused before the core sees it. */
const largestCall = 8 * 1024 * 1024;

const refused: Reply = { ok: false, error: { code: 'call.unknown', params: {} } };

/** The one way from a page to the core. What only shells may ask for (`shell.*`) does not pass. */
export async function forwardCall(core: CoreClient, method: unknown, input: unknown): Promise<Reply> {
  if (typeof method !== 'string' || !/^[a-z]+\.[A-Za-z0-9]+$/.test(method) || method.startsWith('shell.')) {
    return refused;
  }
  const size = input === undefined ? 0 : (JSON.stringify(input)?.length ?? 0);
  return size > largestCall ? refused : core.call(method, input);
}
