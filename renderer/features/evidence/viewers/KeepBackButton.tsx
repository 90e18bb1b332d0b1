import { IconTextScan2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeepTermBack, type Marked } from '../../marking/index.ts';
import { ToolButton } from './ToolButton.tsx';

interface Props {
  readonly marked: Marked | undefined;
  /** What is looked for in the file. */
  readonly text: string;
}

/** Beside a search: keeps back of copies what it finds, all over the file. Nothing for those who may not. */
export function KeepBackButton({ marked, text }: Props) {
  const { t } = useTranslation('marking');
  const [open, setOpen] = useState(false);
  if (marked?.may !== true) return null;
  return (
    <>
      <ToolButton label={t('redactSought')} disabled={text.trim().length < 2} onClick={() => setOpen(true)}>
        <IconTextScan2 size={16} />
      </ToolButton>
      {open && (
        <KeepTermBack
          caseId={marked.caseId}
          exhibit={marked.exhibit}
          sought={text.trim()}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
