import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const prefix = 'custodia-profile-';

/** In memory where the system has such a folder; else among the temporary files, wiped at the end and at the next start. */
function profileHome(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export interface Profile {
  readonly path: string;
  /** Resolves when it is gone and stays gone; rejects where it can't be removed. */
  wipe(): Promise<void>;
}

/** A new, empty profile for one window; profiles that a crash left behind are wiped first. */
export function createProfile(): Profile {
  const home = profileHome();
  for (const name of readdirSync(home)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(home, name), { recursive: true, force: true });
  }
  const path = mkdtempSync(join(home, `${prefix}${process.pid}-`));
  return { path, wipe: () => wipe(path) };
}

/** The browser's last processes may outlive its window and write the folder anew: it is wiped until it stays away. */
async function wipe(path: string): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    if (existsSync(path)) quiet = 0;
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await after(100);
  }
}
