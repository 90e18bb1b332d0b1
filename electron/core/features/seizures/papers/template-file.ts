import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustodiaError } from '../../../api/errors.ts';
import { resourcesFolder } from '../../../resources.ts';
import type { TemplateInfo } from './model.ts';
import { type FactLabels, factLabelsShape, type Template, templateShape } from './template.ts';

const factsFile = 'facts.json';

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

export interface Templates {
  readonly templates: readonly Template[];
  readonly labels: FactLabels;
}

/** The documents of a jurisdiction; none where nobody has written any. */
export function loadTemplates(jurisdiction: string): Templates {
  const folder = join(resourcesFolder(), 'templates', jurisdiction);
  if (!existsSync(folder)) return { templates: [], labels: {} };
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== factsFile);
  return {
    templates: names.sort().map((name) => templateShape.parse(read(folder, name))),
    labels: factLabelsShape.parse(read(folder, factsFile)),
  };
}

/** @throws `call.notFound` where the jurisdiction has no such document */
export function templateOf({ templates }: Templates, id: string): Template {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'template' });
  return found;
}

export function infoOf({ blocks: _blocks, file: _file, checked: _checked, ...info }: Template): TemplateInfo {
  return info;
}
