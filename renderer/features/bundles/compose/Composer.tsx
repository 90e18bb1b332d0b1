import { Loader, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../../electron/core/features/bundles/drafts/model.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAllExhibits } from '../../evidence/index.ts';
import { ComposerBar } from './ComposerBar.tsx';
import classes from './compose.module.css';
import { AddExhibits } from './dialogs/AddExhibits.tsx';
import { ByRule } from './dialogs/ByRule.tsx';
import { Changes } from './dialogs/Changes.tsx';
import { ExportKept } from './dialogs/ExportKept.tsx';
import { Settings } from './dialogs/Settings.tsx';
import { SectionList } from './list/SectionList.tsx';
import { PreviewPane } from './preview/PreviewPane.tsx';
import { usePreview } from './preview/usePreview.ts';
import { Renumbers } from './Renumbers.tsx';
import { SaveRefused } from './SaveRefused.tsx';
import { useWork } from './work/useWork.ts';
import { withExhibits, withSection } from './work/work.ts';

interface Props {
  readonly caseId: string;
  readonly draft: Draft;
  readonly onOpen: (draft: string) => void;
  readonly onBack: () => void;
}

export type Asked = 'add' | 'rule' | 'settings' | 'changes' | 'export';

/** One kept bundle: its sections and exhibits beside what would be printed of them. */
export function Composer({ caseId, draft, onOpen, onBack }: Props) {
  const { t } = useTranslation('bundles');
  const { data: all, error } = useAllExhibits(caseId);
  const exhibits = useMemo(() => new Map((all ?? []).map((row) => [row.id, row])), [all]);
  const work = useWork(caseId, draft);
  const preview = usePreview(caseId, draft.id, work.kept);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { sections, change, kept } = work;
  const renumbers = preview.result?.renumbers ?? null;
  if (error !== null) return <ErrorNotice error={error} />;
  if (all === undefined) return <Loader size="sm" aria-label={t('compose.opening')} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div
      className={classes.page}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
        event.preventDefault();
        if (work.dirty && !work.saving) work.save();
      }}
    >
      <ComposerBar
        draft={draft}
        work={work}
        onBack={onBack}
        onAsk={setAsked}
        onSection={() =>
          change(withSection(sections, t('compose.newSection', { number: sections.length + 1 })))
        }
      />
      {work.error !== null && <SaveRefused caseId={caseId} work={work} error={work.error} onOpen={onOpen} />}
      {renumbers !== null && <Renumbers renumbers={renumbers} exhibits={exhibits} />}
      <div className={classes.both}>
        <section className={classes.pane} aria-label={t('compose.list')}>
          <SectionList sections={sections} exhibits={exhibits} preview={preview.result} onChange={change} />
          <Text size="xs" c="dimmed" className={classes.hint}>
            {t('compose.hint')}
          </Text>
        </section>
        <PreviewPane caseId={caseId} preview={preview} />
      </div>
      {asked === 'add' && (
        <AddExhibits
          sections={sections}
          exhibits={all}
          onClose={close}
          onAdd={(ids, at) => {
            change(withExhibits(sections, ids, at));
            close();
          }}
        />
      )}
      {asked === 'rule' && (
        <ByRule
          caseId={caseId}
          sections={sections}
          exhibits={all}
          onClose={close}
          onAdd={(title, ids) => {
            change(withSection(sections, title, ids));
            close();
          }}
        />
      )}
      {asked === 'settings' && (
        <Settings
          kept={kept}
          onClose={close}
          onDone={(next) => {
            work.set(next);
            close();
          }}
        />
      )}
      {asked === 'changes' && (
        <Changes
          caseId={caseId}
          draft={draft.id}
          exhibits={exhibits}
          onClose={close}
          onReturn={(next) => {
            work.set(next);
            close();
          }}
        />
      )}
      {asked === 'export' && <ExportKept caseId={caseId} draft={draft} onClose={close} />}
    </div>
  );
}
