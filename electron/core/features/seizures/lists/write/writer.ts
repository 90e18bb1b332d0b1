import { drawApart } from '../../../../paper/draw-apart.ts';
import { moduleUrl } from '../../../../threads.ts';
import type { ListPlan, WrittenList } from './model.ts';

/** Writes the list in a process of its own. @throws `list.notWritten` where that process fails, hangs or dies */
export async function writeList(plan: ListPlan): Promise<Uint8Array> {
  const url = moduleUrl('./process', import.meta.url);
  return (await drawApart<WrittenList>(url, plan, 'list.notWritten')).bytes;
}
