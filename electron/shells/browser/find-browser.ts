import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where installations of Chromium, Chrome and Edge put their program, by platform. */
const usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const onWindows = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return roots.flatMap((root) => onWindows.map((parts) => join(root, ...parts)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...(usual[platform] ?? []),
    ...folders.flatMap((folder) => onPath.map((name) => join(folder, name))),
  ];
}

/** An installed Chromium, Chrome or Edge; `CUSTODIA_BROWSER` names another. Null where there is none. */
export function findBrowser(env = process.env, platform = process.platform): string | null {
  const named = env.CUSTODIA_BROWSER;
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  return candidates(env, platform).find(isProgram) ?? null;
}
