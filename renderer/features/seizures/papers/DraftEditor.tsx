import { Alert, Button, Checkbox, Group, Switch, Text } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Block,
  PaperDraft,
  PaperFormat,
  PaperInput,
} from '../../../../electron/core/features/seizures/papers/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { BlockEditor, BlockReading } from './BlockEditor.tsx';
import { DraftNotes } from './DraftNotes.tsx';
import classes from './papers.module.css';

interface Props {
  readonly input: PaperInput;
  readonly draft: PaperDraft;
  readonly onClose: () => void;
}

/** The draft piece by piece, the other language beside it where that is asked, and what is to be done with it. */
export function DraftEditor({ input, draft, onClose }: Props) {
  const { t, i18n } = useTranslation('papers');
  const [blocks, setBlocks] = useState<readonly Block[]>(draft.blocks);
  const [reads, setReads] = useState(i18n.language.startsWith('en'));
  const [attaches, setAttaches] = useState(false);
  const make = useCommand('seizures.makePaper');
  const change = (at: number, block: Block) =>
    setBlocks(blocks.map((before, index) => (index === at ? block : before)));
  const save = async (format: PaperFormat) => {
    const folder = await window.custodia.chooseFolder();
    if (folder !== null) make.mutate({ ...input, blocks, format, folder: folder.handle, attach: attaches });
  };
  return (
    <>
      <DraftNotes draft={draft} />
      <div className={classes.sheet} data-reads={reads || undefined}>
        {blocks.map((block, at) => (
          // Pieces keep their order: a piece's place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={at} className={classes.piece}>
            <BlockEditor block={block} onChange={(next) => change(at, next)} />
            {reads && <BlockReading block={draft.reading[at]} />}
          </div>
        ))}
      </div>
      {make.error !== null && <ErrorNotice error={make.error} onClose={make.reset} />}
      {make.data !== undefined && (
        <Alert color="success" variant="light" role="status" p="xs">
          {t('made', { name: make.data.name, gaps: make.data.gaps })}
          {make.data.exhibit !== null && ` ${t('attached', { number: make.data.exhibit.number })}`}
        </Alert>
      )}
      <Group justify="space-between">
        <Group>
          <Switch
            size="sm"
            label={t('reading')}
            checked={reads}
            onChange={(event) => setReads(event.currentTarget.checked)}
          />
          <Checkbox
            size="sm"
            label={t('attach')}
            checked={attaches}
            onChange={(event) => setAttaches(event.currentTarget.checked)}
          />
        </Group>
        <Group>
          <Text size="xs" c="dimmed">
            {t('kept')}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypeDocx size={16} />}
            loading={make.isPending}
            onClick={() => save('docx')}
          >
            {t('docx')}
          </Button>
          <Button
            leftSection={<IconFileTypePdf size={16} />}
            loading={make.isPending}
            onClick={() => save('pdf')}
          >
            {t('pdf')}
          </Button>
        </Group>
      </Group>
    </>
  );
}
