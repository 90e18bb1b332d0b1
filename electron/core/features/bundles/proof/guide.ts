import { loadWords } from '../../../paper/words.ts';
import { checkingCommands } from '../bag/checking.ts';
import type { BundlePlan, VolumeFile } from '../compose/model.ts';
import { journalRecipe } from './recipe.ts';

/** What the page says beside what the bundle's plan does. */
export interface GuideAbout {
  /** The PDFs, and whether each is a PDF/A. */
  readonly files: readonly Pick<VolumeFile, 'path' | 'archival'>[];
  /** Whether custody sheets travel. */
  readonly papers: boolean;
}

type Language = 'es' | 'en';

/**
 * The page in the package that explains to a court how to check it, in Spanish and in English, with tools that it has.
 * It stands alone: no script, nothing from elsewhere, every word of it escaped.
 */
export function guidePage(plan: BundlePlan, about: GuideAbout): string {
  const title = `${plan.caseNumber} – ${plan.title}`;
  return `<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<style>${style}</style>
</head>
<body>
<nav><a href="#es">Español</a> · <a href="#en">English</a></nav>
${part('es', plan, about)}
${part('en', plan, about)}
</body>
</html>
`;
}

const style = `
body { font: 16px/1.55 system-ui, sans-serif; color: #1b2a2c; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 2.5rem 0 .3rem; color: #0e3b40; } h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; color: #0e3b40; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; } nav { color: #526060; } article + article { border-top: 3px solid #0e3b40; margin-top: 3rem; }
pre { background: #f6f1e5; border-left: 3px solid #0e3b40; padding: .7rem .9rem; overflow-x: auto; font: 13px/1.5 ui-monospace, monospace; white-space: pre; }
dt { color: #526060; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; } code { overflow-wrap: anywhere; } strong { color: #9b2c25; }
@media print { pre { white-space: pre-wrap; } nav { display: none; } }
`;

const archivalIn = ({ files }: GuideAbout): string[] =>
  files.filter(({ archival }) => archival).map(({ path }) => path);

function archiveOf(about: GuideAbout): 'all' | 'some' | 'none' {
  const conforming = archivalIn(about).length;
  if (conforming === 0) return 'none';
  return conforming === about.files.length ? 'all' : 'some';
}

const esc = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const pre = (...lines: readonly string[]): string => `<pre>${esc(lines.join('\n'))}</pre>`;

function part(language: Language, plan: BundlePlan, about: GuideAbout): string {
  const words = loadWords('bundle-guide', { language, timeZone: plan.timeZone });
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    `<p>${esc(words(key, params))}</p>`;
  const head = (key: string): string => `<h2>${esc(words(key))}</h2>`;
  const system = (name: string, ...lines: readonly string[]): string =>
    `<h3>${esc(name)}</h3>\n${pre(...lines)}`;
  const commands = checkingCommands(plan.principal);
  const facts: readonly (readonly [string, string])[] = [
    ['case', `${plan.caseNumber} · ${plan.caseTitle}`],
    ['office', plan.office],
    ['exported', `${words.moment(plan.exportedAt)} · ${plan.exportedBy}`],
    ['key', plan.signer],
    ['root', `${plan.checkpoint.root} (${plan.checkpoint.size})`],
  ];
  const { journal, signature } = plan;
  const sections = [
    `<h1>${esc(words('title'))}</h1>`,
    say('intro'),
    `<dl>${facts.map(([key, value]) => `<dt>${esc(words(`fact.${key}`))}</dt><dd><code>${esc(value)}</code></dd>`).join('')}</dl>`,
    head('whole.title'),
    say('whole.text'),
    system('Windows (PowerShell)', ...commands.windows),
    system('Linux', ...commands.linux),
    system('macOS', ...commands.macOs),
    say('whole.answer', { principal: plan.principal }),
    say('whole.sha512'),
    pre(...commands.linux512),
    head('paper.title'),
    say('paper.text'),
    system('Windows', commands.fingerprint.windows),
    system('Linux', commands.fingerprint.linux),
    head('pdf.title'),
    signature === undefined
      ? say('pdf.none')
      : say('pdf.text', { name: signature.name, issuer: signature.issuer, serial: signature.serial }),
    signature === undefined ? '' : pre(...about.files.map(({ path }) => `pdfsig "${path}"`)),
    say(`pdf.archive.${archiveOf(about)}`, { list: archivalIn(about).join(', ') }),
    head('journal.title'),
    say('journal.text', { count: journal?.entries ?? 0 }),
    (journal?.withheld ?? 0) === 0 ? '' : say('journal.withheld', { count: journal?.withheld ?? 0 }),
    pre('python3 ../comprobar.py'),
    `<pre>${esc(journalRecipe)}</pre>`,
    head('content.title'),
    say(about.papers ? 'content.papers' : 'content.noPapers'),
    head('custodia.title'),
    say('custodia.text'),
    pre('custodia bundle verify .'),
  ];
  return `<article id="${language}" lang="${language}">\n${sections.filter((each) => each !== '').join('\n')}\n</article>`;
}
