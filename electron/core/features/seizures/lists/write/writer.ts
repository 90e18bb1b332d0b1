import { CustodiaError } from '../../../../api/errors.ts';
import { makeApart } from '../../../../paper/killable.ts';
import { moduleUrl } from '../../../../threads.ts';
import type { ListPlan, WrittenList } from './model.ts';

/** Writes the list in a process of its own. @throws `list.notWritten` where that process fails, hangs or dies */
export async function writeList(plan: ListPlan): Promise<Uint8Array> {
  const { bytes } = await makeApart<WrittenList>(
    moduleUrl('./process', import.meta.url),
    plan,
    (cause) => new CustodiaError('list.notWritten', {}, { cause }),
  );
  return bytes;
}
