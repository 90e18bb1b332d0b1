import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Apache PDFBox's validator of PDF/A-1b, from Debian's packages. */
const jars = [
  'preflight',
  'xmpbox',
  'pdfbox2',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);

export const preflightPackages = [
  'default-jre-headless',
  'libpdfbox2-java',
  'libcommons-io-java',
  'libactivation-java',
  'libjaxb-api-java',
];

export function hasPreflight(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return jars.every((jar) => existsSync(jar));
  } catch {
    return false;
  }
}

/**
 * What keeps a PDF that calls itself PDF/A-2b from being one, each fault once: it is given as part 1, whose rules for what stands in our
 * files are the same or stricter. Empty where the validator finds it valid.
 */
export function faultsOf(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-preflight-'));
  try {
    const [said, asked] = ['<pdfaid:part>2<', '<pdfaid:part>1<'];
    const text = Buffer.from(pdf).toString('latin1');
    if (!text.includes(said)) return ['it does not declare itself PDF/A-2'];
    const path = join(folder, 'a.pdf');
    writeFileSync(path, Buffer.from(text.replace(said, asked), 'latin1'));
    const order = ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path];
    const { stdout, stderr } = spawnSync('java', order, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (stdout.includes('is a valid PDF/A-1b file')) return [];
    const faults = stdout.split('\n').flatMap((line) => (/^\d+(\.\d+)* : /.test(line) ? [line.trim()] : []));
    return faults.length > 0 ? [...new Set(faults)] : [`the validator failed: ${stdout}${stderr}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
