import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The `resources` folder: the nearest one upwards of this module, so that the sources in a checkout, the
 * compiled files in `out/` and the installed application (inside or beside its archive) all find their own.
 */
export function resourcesFolder(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'resources', 'jurisdictions'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The resources folder is missing from this installation.');
    folder = parent;
  }
  return join(folder, 'resources');
}
