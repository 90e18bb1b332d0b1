import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentNamed } from './contents.ts';
import { type ExhibitPlan, loadExhibitPlans } from './demo-case.ts';

/** One exhibit of the demonstration, written to disk and ready to be attached, with what is to be said of it. */
export interface DemoExhibit extends Omit<ExhibitPlan, 'content'> {
  /** Absolute or relative as `targetDir` was given. */
  readonly file: string;
}

/**
 * Writes the demonstration's exhibits into a folder, which is made if it is missing, under their own names. The
 * bytes are the same each time and on every machine. Fails as file operations fail.
 */
export async function makeExhibits(targetDir: string): Promise<DemoExhibit[]> {
  await mkdir(targetDir, { recursive: true });
  const exhibits: DemoExhibit[] = [];
  for (const { content, ...plan } of loadExhibitPlans()) {
    const file = join(targetDir, plan.name);
    await writeFile(file, contentNamed(content));
    exhibits.push({ ...plan, file });
  }
  return exhibits;
}
