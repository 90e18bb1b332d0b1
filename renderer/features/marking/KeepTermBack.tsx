import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.tsx';
import { TermForm } from './TermForm.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** What was looked for in the viewer. */
  readonly sought: string;
  readonly onClose: () => void;
}

/** Keeps back what a viewer's search found, all over the file. */
export function KeepTermBack({ caseId, exhibit, sought, onClose }: Props) {
  const { t } = useTranslation('marking');
  return (
    <Dialog title={t('term')} size={620} onClose={onClose} keepOnClickOutside>
      <TermForm caseId={caseId} exhibit={exhibit} sought={sought} onDone={onClose} />
    </Dialog>
  );
}
