import { execFileSync } from 'node:child_process';

/** Whether a foreign program is installed; where it is not, says what is not run for want of it. */
export function has(tool: string, what: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write(`NOT RUN: ${what}: ${tool} is not installed\n`);
    return false;
  }
}
