import { execFileSync } from 'node:child_process';
import { buildPages } from '../../build/build-all.ts';
import { bundleElectron } from '../../build/bundle-electron.ts';
import { findElectron, installPackages, mayInstallPackages, obtainBrowser } from '../../build/obtain.ts';
import { hasPreflight, preflightPackages } from './preflight.ts';

/** The foreign programs that the tests run, and the Debian packages of each. */
const tools: Readonly<Record<string, string>> = {
  age: 'age',
  ffmpeg: 'ffmpeg',
  openssl: 'openssl',
  preflight: preflightPackages.join(' '),
  pdftotext: 'poppler-utils',
  python3: 'python3',
  qpdf: 'qpdf',
  sqlcipher: 'sqlcipher',
  script: 'bsdutils',
  'ssh-keygen': 'openssh-client',
  zbarimg: 'zbar-tools',
};

function isInstalled(tool: string): boolean {
  if (tool === 'preflight') return hasPreflight();
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Before all tests: brings the foreign tools where that is allowed, says what is not run, builds the program. */
export async function setup(): Promise<void> {
  const missing = Object.keys(tools).filter((tool) => !isInstalled(tool));
  if (missing.length > 0 && mayInstallPackages())
    installPackages([...new Set(missing.flatMap((tool) => (tools[tool] ?? tool).split(' ')))], tell);
  for (const tool of missing.filter((each) => !isInstalled(each)))
    tell(`NOT RUN: tests with ${tool}: it is not installed (Debian: apt-get install ${tools[tool] ?? tool})`);
  if (obtainBrowser(tell) === null) tell('NOT RUN: tests in the window: no Chromium, Chrome or Edge');
  if (findElectron() === null)
    tell(
      "NOT RUN: the Electron shell: Electron's program is not on this machine (npm start tries to fetch it)",
    );
  await buildPages();
  await bundleElectron();
}
